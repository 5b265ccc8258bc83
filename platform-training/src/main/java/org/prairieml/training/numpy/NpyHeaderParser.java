package org.prairieml.training.numpy;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.Shape;

/**
 * Parses the text of an array header, such as {@code {'descr': '<f8', 'fortran_order': False,
 * 'shape': (3, 4), }}: a Python dictionary with exactly these keys, in any order.
 */
final class NpyHeaderParser {

  private static final Pattern SPACE = Pattern.compile("\\s*");
  private static final Pattern STRING = Pattern.compile("'([^'\\\\]*)'|\"([^\"\\\\]*)\"");
  private static final Pattern BOOLEAN = Pattern.compile("True|False");

  /** Python 2 wrote long integers with an L. */
  private static final Pattern DIMENSION = Pattern.compile("(\\d{1,18})(?!\\d)L?");

  private final String text;
  private final String subject;
  private int position;

  private String descr;
  private Boolean fortranOrder;
  private List<Long> dimensions;

  /** Parses a text; the subject names the array in messages. */
  NpyHeaderParser(String text, String subject) {
    this.text = text;
    this.subject = subject;
  }

  /**
   * Returns the header that the text describes.
   *
   * @throws PrairieException if it describes none, or an array that is not made of numbers
   */
  NpyHeader parse() {
    expect("{");
    while (!accept("}")) {
      entry();
      if (!accept(",")) {
        expect("}");
        break;
      }
    }
    if (position < text.length()) {
      throw malformed("the end of the header");
    }
    return header();
  }

  private void entry() {
    String key = string("a key");
    expect(":");
    switch (key) {
      case "descr" -> descr = descr();
      case "fortran_order" -> fortranOrder = match(BOOLEAN, "True or False").group().equals("True");
      case "shape" -> dimensions = tuple();
      default ->
          throw PrairieException.badInput(
              subject + ": npy header has the unknown key '" + Excerpt.of(key) + "'.");
    }
  }

  private String descr() {
    if (accept("[")) {
      throw PrairieException.badInput(
          subject + ": expected numbers, found records of several fields (a structured dtype).");
    }
    return string("a dtype");
  }

  private List<Long> tuple() {
    List<Long> entries = new ArrayList<>();
    expect("(");
    while (!accept(")")) {
      entries.add(Long.valueOf(match(DIMENSION, "a dimension").group(1)));
      if (!accept(",")) {
        expect(")");
        break;
      }
    }
    return entries;
  }

  private NpyHeader header() {
    if (descr == null || fortranOrder == null || dimensions == null) {
      throw PrairieException.badInput(
          subject + ": npy header lacks one of the keys 'descr', 'fortran_order', 'shape'.");
    }
    return new NpyHeader(elementType(), byteOrder(), fortranOrder, shape());
  }

  private NpyElementType elementType() {
    if (descr.endsWith("O")) {
      throw PrairieException.badInput(
          subject + ": expected numbers, found pickled Python objects. Save a numeric dtype.");
    }
    return NpyElementType.of(descr.substring(Math.min(1, descr.length())))
        .filter(type -> descr.startsWith("<") || descr.startsWith(">") || type.bytes() == 1)
        .orElseThrow(() ->
            PrairieException.badInput(
                "%s: expected a dtype of b1, i1 to i8, u1 to u8, f2 to f8, found '%s'."
                    .formatted(subject, Excerpt.of(descr))));
  }

  private ByteOrder byteOrder() {
    return descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private Shape shape() {
    long size = 1;
    for (long dimension : dimensions) {
      // Checked before the product, which therefore cannot overflow.
      size = dimension > Integer.MAX_VALUE ? Long.MAX_VALUE : size * dimension;
      if (size > Integer.MAX_VALUE) {
        throw PrairieException.badInput(
            "%s: expected at most 2^31 - 1 elements, found shape %s."
                .formatted(subject, Excerpt.of(dimensions.toString())));
      }
    }
    return Shape.of(dimensions.stream().mapToInt(Long::intValue).toArray());
  }

  private String string(String expected) {
    Matcher found = match(STRING, expected);
    return found.group(1) != null ? found.group(1) : found.group(2);
  }

  private void expect(String symbol) {
    if (!accept(symbol)) {
      throw malformed("'" + symbol + "'");
    }
  }

  private boolean accept(String symbol) {
    skipSpace();
    if (!text.startsWith(symbol, position)) {
      return false;
    }
    position += symbol.length();
    skipSpace();
    return true;
  }

  private Matcher match(Pattern pattern, String expected) {
    skipSpace();
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      throw malformed(expected);
    }
    position = matcher.end();
    return matcher;
  }

  private void skipSpace() {
    Matcher space = SPACE.matcher(text).region(position, text.length());
    position = space.lookingAt() ? space.end() : position;
  }

  private PrairieException malformed(String expected) {
    return PrairieException.badInput(
        "%s: npy header expected %s at character %d, found '%s'."
            .formatted(subject, expected, position, Excerpt.of(text.substring(position))));
  }
}
