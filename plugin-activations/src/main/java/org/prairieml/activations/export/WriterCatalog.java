package org.prairieml.activations.export;

import java.util.List;
import java.util.Map;
import org.prairieml.activations.expression.Formula;
import org.prairieml.activations.expression.TexPrinter;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;

/** All writers. */
public final class WriterCatalog implements ServiceCatalog {

  private static final String TORCH_MODULE =
      """
      class NAME(torch.nn.Module):
          def __init__(self):
              super().__init__()
      WEIGHTS

          def forward(self, x):
              return FORWARD
      """;

  private static final String KERAS_LAYER =
      """
      class NAME(keras.layers.Layer):
          def build(self, input_shape):
      WEIGHTS

          def call(self, x):
              return FORWARD
      """;

  private static final List<Service> ALL =
      List.of(
          new FormulaWriter("infix", "The formula in infix notation", Formula::toString),
          new FormulaWriter("prefix", "The formula in prefix notation", Formula::toPrefix),
          new FormulaWriter(
              "latex",
              "The formula in TeX, for math mode",
              formula -> TexPrinter.print(formula.expression())),
          new JavaWriter(),
          new PythonWriter(
              "numpy",
              "A Python function of NumPy arrays",
              PythonDialects.NUMPY,
              Map.of("np.", "import numpy as np", "special.", "from scipy import special"),
              "",
              "",
              ""),
          new PythonWriter(
              "pytorch",
              "A PyTorch function, and a module where it has parameters",
              PythonDialects.PYTORCH,
              Map.of("", "import torch"),
              "NAME = torch.as_tensor(NAME, dtype=x.dtype, device=x.device)",
              TORCH_MODULE,
              "        self.%s = torch.nn.Parameter(torch.tensor(%s))"),
          new PythonWriter(
              "keras",
              "A Keras 3 function, and a layer where it has parameters",
              PythonDialects.KERAS,
              Map.of("keras.", "import keras", "ops.", "from keras import ops"),
              "",
              KERAS_LAYER,
              "        self.%s = self.add_weight(initializer=keras.initializers.Constant(%s))"),
          new PythonWriter(
              "jax",
              "A JAX function",
              PythonDialects.JAX,
              Map.of(
                  "jnp.", "import jax.numpy as jnp",
                  "jax.nn.", "import jax",
                  "special.", "from jax.scipy import special"),
              "",
              "",
              ""),
          new OnnxWriter());

  /** Creates the catalog. */
  public WriterCatalog() {}

  @Override
  public List<? extends Service> services() {
    return ALL;
  }
}
