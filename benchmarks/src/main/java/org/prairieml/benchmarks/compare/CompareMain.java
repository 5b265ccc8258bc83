package org.prairieml.benchmarks.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints the table of several parties. */
public final class CompareMain {

  private CompareMain() {}

  /**
   * Reads the parties' files and prints the table.
   *
   * @param args pairs of a heading and a file of JSON; the first pair is ours
   */
  public static void main(String[] args) throws IOException {
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < args.length; i += 2) {
      parties.add(Party.read(args[i], Path.of(args[i + 1])));
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new ComparisonTable(parties.getFirst(), parties.subList(1, parties.size()))
        .lines()
        .forEach(out::println);
  }
}
