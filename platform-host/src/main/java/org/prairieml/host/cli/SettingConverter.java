package org.prairieml.host.cli;

import org.prairieml.api.PrairieException;
import org.prairieml.host.experiment.Setting;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the argument of {@code --set}. */
final class SettingConverter implements ITypeConverter<Setting> {

  @Override
  public Setting convert(String text) {
    try {
      return Setting.parse(text);
    } catch (PrairieException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
