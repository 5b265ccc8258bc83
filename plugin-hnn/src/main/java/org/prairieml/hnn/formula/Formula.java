package org.prairieml.hnn.formula;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionType;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.Tensor;

/**
 * A formula in infix form: numbers, names, {@code + - * / ^}, parentheses, and the functions of
 * {@link FormulaFunction}.
 *
 * @param text what was written
 * @param root its meaning
 */
public record Formula(String text, Expression root) {

  /** Formulas as options: a text, read at once so that a mistake is found where it stands. */
  public static final OptionType<Formula> TYPE = new Type();

  /**
   * Reads a formula.
   *
   * @throws PrairieException bad input, with the position of what is wrong
   */
  public static Formula parse(String text) {
    return new Formula(text, new FormulaParser(text).parse());
  }

  /** Returns the names in it, in order of appearance. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    collect(root, names);
    return names;
  }

  private static void collect(Expression expression, Set<String> names) {
    switch (expression) {
      case Expression.Constant _ -> {}
      case Expression.Name name -> names.add(name.text());
      case Expression.Negation negation -> collect(negation.operand(), names);
      case Expression.Call call -> collect(call.argument(), names);
      case Expression.Operation operation -> {
        collect(operation.left(), names);
        collect(operation.right(), names);
      }
    }
  }

  /** Returns its value as graph, given a tensor for each name; all of one shape. */
  public Tensor apply(Function<String, Tensor> values) {
    return root.apply(values);
  }

  /** Reads and writes the text. */
  private static final class Type implements OptionType<Formula> {

    @Override
    public String description() {
      return "a formula such as p^2/2 + q^4/4";
    }

    @Override
    public Formula read(Object plain, OptionReader reader) {
      // A formula that is but a number is no text in YAML.
      if (!(plain instanceof String) && !(plain instanceof Number)) {
        throw reader.problem(
            "expected " + description() + ", found " + OptionReader.show(plain) + ".");
      }
      try {
        return parse(plain.toString());
      } catch (PrairieException mistake) {
        throw reader.problem(mistake.getMessage());
      }
    }

    @Override
    public Object write(Formula value) {
      return value.text();
    }
  }
}
