package org.prairieml.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Services;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.host.experiment.Setting;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which data set, and its options. */
final class DatasetArguments {

  @Parameters(paramLabel = "NAME", description = "A name that 'prairie datasets list' lists.")
  private String name;

  @Option(
      names = "--set",
      paramLabel = "OPTION=VALUE",
      converter = SettingConverter.class,
      description = "An option that 'prairie datasets show NAME' shows: seed=3.")
  private List<Setting> settings = new ArrayList<>();

  /** Returns the source with its options, checked. */
  Configured<DatasetSource> read(Services services) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("name", name);
    settings.forEach(setting -> setting.applyTo(plain));
    return OptionTypes.service(DatasetSource.class)
        .read(plain, OptionReader.of("Data set '" + name + "'", services));
  }
}
