package org.prairieml.activations.catalog;

import java.util.List;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Tensor;

/** The activations without options, a row each. */
public final class ActivationCatalog implements ServiceCatalog {

  private static final List<FixedActivation> FIXED =
      List.of(
          new FixedActivation("zero", "0", "", x -> Tensor.filled(x.shape(), 0)),
          new FixedActivation("identity", "x", "", x -> x),
          new FixedActivation(
              "relu",
              "max(0, x); derivative 0 at 0",
              "Nair, Hinton: Rectified linear units improve restricted Boltzmann machines (2010)",
              Formulas::relu),
          new FixedActivation("tanh", "tanh(x)", "", Tensor::tanh),
          new FixedActivation(
              "sine",
              "sin(x)",
              "Parascandolo, Huttunen, Virtanen: Taming the waves (2017)",
              Tensor::sin),
          new FixedActivation("sigmoid", "1 / (1 + e^-x)", "", Tensor::sigmoid),
          new FixedActivation(
              "swish",
              "x sigmoid(x); not a number at negative infinity",
              "Ramachandran, Zoph, Le: Searching for activation functions (2017)",
              x -> x.mul(x.sigmoid())));

  @Override
  public List<? extends Service> services() {
    return FIXED;
  }
}
