package org.prairieml.host.experiment;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes plain data as YAML that {@link YamlReader} takes back; equal data make equal text. */
public final class YamlWriter {

  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setSchema(new CoreSchema())
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setBestLineBreak("\n")
          .setDereferenceAliases(true)
          .build();

  private YamlWriter() {}

  /** Returns the text. */
  public static String write(Object plain) {
    return new Dump(SETTINGS).dumpToString(plain);
  }
}
