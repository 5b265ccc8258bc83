package org.prairieml.host.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.store.VerifiedJar;
import org.prairieml.host.statistics.TextTable;
import org.prairieml.host.statistics.TextTable.Column;

/** Jars that were verified, as commands show them. */
final class VerifiedJarText {

  private VerifiedJarText() {}

  static Map<String, Object> plain(VerifiedJar jar) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("file", jar.file());
    plain.put("status", status(jar));
    plain.put("sha256", jar.sha256());
    plain.put("signers", jar.signers());
    plain.put("reason", jar.problem().map(Problem::reason).orElse(null));
    plain.put("cure", jar.problem().map(Problem::cure).orElse(null));
    return plain;
  }

  static TextTable table(List<VerifiedJar> jars) {
    TextTable table =
        new TextTable(
            Column.left("file"),
            Column.left("status"),
            Column.left("SHA-256"),
            Column.left("signed by"));
    jars.forEach(
        jar -> table.row(jar.file(), status(jar), jar.sha256(), String.join("; ", jar.signers())));
    return table;
  }

  private static String status(VerifiedJar jar) {
    return jar.status().name().toLowerCase(Locale.ROOT);
  }
}
