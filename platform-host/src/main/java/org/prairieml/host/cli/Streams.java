package org.prairieml.host.cli;

import java.io.PrintWriter;
import org.prairieml.host.run.Json;

/**
 * Where commands write.
 *
 * @param out for results
 * @param err for everything else
 * @param interactive whether a person watches {@code err} on a terminal
 */
public record Streams(PrintWriter out, PrintWriter err, boolean interactive) {

  /** Writes a line of a result. */
  void result(String line) {
    out.println(line);
  }

  /** Writes a whole result as JSON. */
  void json(Object plain) {
    out.print(Json.write(plain));
  }

  /** Writes a line that is no result. */
  void remark(String line) {
    err.println("prairie: " + line);
    err.flush();
  }
}
