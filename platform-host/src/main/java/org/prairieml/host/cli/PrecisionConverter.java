package org.prairieml.host.cli;

import java.util.Arrays;
import java.util.Locale;
import org.prairieml.api.engine.Precision;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number format. */
final class PrecisionConverter implements ITypeConverter<Precision> {

  @Override
  public Precision convert(String text) {
    return Arrays.stream(Precision.values())
        .filter(precision -> precision.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException("expected float32 or float64, found '" + text + "'."));
  }
}
