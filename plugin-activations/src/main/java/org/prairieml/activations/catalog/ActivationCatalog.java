package org.prairieml.activations.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prairieml.activations.operator.Operator;
import org.prairieml.activations.operator.Operators;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;

/** The activations without options: the operators of one operand; and the published formulas. */
public final class ActivationCatalog implements ServiceCatalog {

  /** Operators whose activation is called otherwise. */
  private static final Map<String, String> NAMES = Map.of("sin", "sine", "cos", "cosine");

  /** Operators whose activation has options and is a row of {@link FormulaCatalog}. */
  private static final List<String> WITH_OPTIONS = List.of("elu", "leaky_relu");

  /** Creates the catalog. */
  public ActivationCatalog() {}

  @Override
  public List<? extends Service> services() {
    return Stream.concat(operators(), FormulaCatalog.ALL.stream()).toList();
  }

  private static Stream<OperatorActivation> operators() {
    return Operators.all().stream()
        .filter(operator -> operator.most() == 1)
        .filter(operator -> !WITH_OPTIONS.contains(operator.name()))
        .map(operator -> new OperatorActivation(name(operator), operator));
  }

  private static String name(Operator operator) {
    return NAMES.getOrDefault(operator.name(), operator.name().replace('_', '-'));
  }
}
