package org.prairieml.activations.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.prairieml.activations.expression.ExpressionException;
import org.prairieml.activations.expression.ExpressionGraph;
import org.prairieml.activations.expression.Formula;
import org.prairieml.activations.expression.WrittenActivation;
import org.prairieml.activations.learnable.Scope;
import org.prairieml.activations.operator.Operators;
import org.prairieml.api.Option;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionType;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.ServiceNotation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/**
 * Any formula of the expression language as an activation. Free names are parameters of the
 * network, which start from the numbers after {@code with}, or from 1.
 *
 * <p>It stands for formulas wherever an activation is named: {@code function: x * sigmoid(beta*x)}.
 */
public final class ExpressionActivation implements WrittenActivation, ServiceNotation {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");

  private static final OptionType<Formula> FORMULA_TYPE =
      new OptionType<>() {
        @Override
        public String description() {
          return "a formula of x, such as x * sigmoid(beta * x) with beta = 0.5";
        }

        @Override
        public Formula read(Object plain, OptionReader reader) {
          try {
            return parse(String.valueOf(plain));
          } catch (PrairieException wrong) {
            throw reader.problem(wrong.getMessage());
          }
        }

        @Override
        public Object write(Formula value) {
          return value.toString();
        }
      };

  private static final Option<Formula> FORMULA =
      Option.required("formula", FORMULA_TYPE, "The function; free names are learned.");
  private static final Option<Scope> SCOPE = Scope.option(Scope.LAYER);

  /** Creates the service. */
  public ExpressionActivation() {}

  @Override
  public String name() {
    return "expression";
  }

  @Override
  public String summary() {
    return "Any formula, in infix or prefix notation; free names are learned";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(FORMULA, SCOPE);
  }

  @Override
  public List<String> tags() {
    return List.of("parametric");
  }

  /** A single word is a formula if it is the variable or an operator of one operand. */
  @Override
  public Optional<Map<String, Object>> read(String text) {
    boolean operator =
        Operators.find(text).filter(known -> known.takes(1) && known.most() == 1).isPresent();
    if (NAME.matcher(text).matches() && !text.equals("x") && !operator) {
      return Optional.empty();
    }
    return Optional.of(Map.of("formula", parse(operator ? text + "(x)" : text).toString()));
  }

  private static Formula parse(String text) {
    try {
      return Formula.parse(text);
    } catch (ExpressionException wrong) {
      throw PrairieException.badInput(wrong.getMessage(), wrong);
    }
  }

  @Override
  public Formula formula(Options options) {
    return options.get(FORMULA);
  }

  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    Formula formula = formula(options);
    Scope scope = options.get(SCOPE);
    return ExpressionGraph.of(
        formula.expression(),
        preactivation,
        name -> scope.constant(parameters, name, preactivation, formula.starts().get(name)));
  }
}
