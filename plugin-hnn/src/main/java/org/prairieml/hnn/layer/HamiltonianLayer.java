package org.prairieml.hnn.layer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.Constant;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Tensor;
import org.prairieml.hnn.system.Symplectic;

/**
 * Turns a learned energy into a law of motion: {@code (dH/dp, -dH/dq)} (Choudhary et al. 2023, Eq.
 * 4 and 6).
 *
 * <p>Inputs: the states {@code [n, 2k]}, positions before momenta, and one or more energies {@code
 * [n, 1]} that were computed from them; several, such as a kinetic and a potential one, are added.
 * Output: rates of change {@code [n, 2k]}. The gradient is part of the network's graph, so that any
 * trainer can train a Hamiltonian network.
 *
 * <p>With {@code field: conservative} the output is the plain gradient of the energy, with {@code
 * both} each energy has two columns {@code [n, 2]}, and the output is the gradient of the first
 * plus the Hamiltonian field of the second (Greydanus et al., {@code field_type}).
 */
public final class HamiltonianLayer implements Layer {

  /** What becomes of the energy. */
  public enum Field {
    /** {@code (dH/dp, -dH/dq)}, which conserves H. */
    SOLENOIDAL,
    /** {@code grad F}. */
    CONSERVATIVE,
    /** {@code grad F1 + (dF2/dp, -dF2/dq)}. */
    BOTH
  }

  private static final Option<Field> FIELD =
      Option.choice("field", Field.SOLENOIDAL, "Which field is made of the energy's gradient.");

  /** Creates the service. */
  public HamiltonianLayer() {}

  @Override
  public String name() {
    return "hamiltonian";
  }

  @Override
  public String summary() {
    return "The law of motion that a learned energy generates: (dH/dp, -dH/dq).";
  }

  @Override
  public String source() {
    return "Greydanus, Dzamba, Yosinski: Hamiltonian neural networks (2019)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(FIELD);
  }

  /**
   * {@inheritDoc}
   *
   * @throws GraphException if states or energies have other shapes, or if the gradient of the
   *     energy or of one that has kinks does not change with the state, so that it cannot be
   *     learned
   */
  @Override
  public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
    Field field = options.get(FIELD);
    requireShapes(inputs, field == Field.BOTH ? 2 : 1);
    Tensor states = inputs.getFirst();
    inputs.stream().skip(1).forEach(energy -> requireNoKinks(energy, states));
    Tensor energy = inputs.stream().skip(1).reduce(Tensor::add).orElseThrow();
    return switch (field) {
      case SOLENOIDAL -> Symplectic.turned(gradient(energy, states));
      case CONSERVATIVE -> gradient(energy, states);
      case BOTH ->
          gradient(energy.slice(-1, 0, 1), states)
              .add(Symplectic.turned(gradient(energy.slice(-1, 1, 2), states)));
    };
  }

  private static void requireShapes(List<Tensor> inputs, int columns) {
    if (inputs.size() < 2) {
      throw new GraphException(
          "takes the states and an energy; connect it with 'inputs: [input, <layer of the"
              + " energy>]'");
    }
    Tensor states = inputs.getFirst();
    if (states.shape().rank() != 2 || states.shape().dimension(1) % 2 != 0) {
      throw new GraphException(
          "takes states of as many positions as momenta, found shape " + states.shape());
    }
    for (Tensor energy : inputs.subList(1, inputs.size())) {
      if (energy.shape().rank() != 2 || energy.shape().dimension(1) != columns) {
        throw new GraphException(
            "takes energies with %d column%s, found shape %s"
                .formatted(columns, columns == 1 ? "" : "s", energy.shape()));
      }
    }
  }

  /**
   * A part of the energy may be linear, such as a weight's in a uniform field, but not in pieces.
   */
  private static void requireNoKinks(Tensor energy, Tensor states) {
    Tensor gradient = Gradients.of(energy.sumAll(), states);
    if (isConstant(gradient, states) && reaches(gradient, states, new HashSet<>())) {
      throw noCurvature();
    }
  }

  private static Tensor gradient(Tensor energy, Tensor states) {
    Tensor gradient = Gradients.of(energy.sumAll(), states);
    if (isConstant(gradient, states)) {
      throw noCurvature();
    }
    return gradient;
  }

  private static boolean isConstant(Tensor gradient, Tensor states) {
    return isZero(Gradients.of(gradient.sumAll(), states));
  }

  /**
   * Whether a tensor is computed from another; in a graph, what was seen need not be seen again.
   */
  private static boolean reaches(Tensor from, Tensor to, Set<Tensor> seen) {
    return from == to
        || seen.add(from)
            && from.operands().stream().anyMatch(operand -> reaches(operand, to, seen));
  }

  private static GraphException noCurvature() {
    return new GraphException(
        "the energy's gradient does not change with the state, because the activations before it"
            + " have no second derivative (ReLU and piecewise linear functions have none), or"
            + " because the energy is not computed from these states; use a smooth activation"
            + " such as tanh, softplus or sine");
  }

  /** Whether a gradient is zero by its very graph: no path leads from the states to it. */
  private static boolean isZero(Tensor gradient) {
    return switch (gradient.primitive()) {
      case Constant constant ->
          IntStream.range(0, constant.value().size())
              .allMatch(i -> constant.value().values()[i] == 0);
      case Broadcast _ -> isZero(gradient.operand(0));
      default -> false;
    };
  }
}
