/**
 * Activation functions: the catalog, a language to write any other, learnable ones, LIGHT, and
 * LDNN, which learns its own.
 *
 * @provides org.prairieml.api.network.Activation the catalog and those with options
 * @provides org.prairieml.api.network.ActivationWriter formulas, and code for other frameworks
 * @provides org.prairieml.api.training.Loss {@code light}
 * @provides org.prairieml.api.training.Trainer {@code ldnn}
 */
module org.prairieml.activations {
  requires org.prairieml.api;

  provides org.prairieml.api.ServiceCatalog with
      org.prairieml.activations.catalog.ActivationCatalog,
      org.prairieml.activations.export.WriterCatalog;
  provides org.prairieml.api.network.Activation with
      org.prairieml.activations.catalog.EluActivation,
      org.prairieml.activations.catalog.ExpressionActivation,
      org.prairieml.activations.catalog.InterpolatedActivation,
      org.prairieml.activations.ldnn.LdnnActivation,
      org.prairieml.activations.learnable.AplActivation,
      org.prairieml.activations.learnable.CubicSplineActivation,
      org.prairieml.activations.learnable.PauActivation,
      org.prairieml.activations.learnable.PiecewiseLinearActivation,
      org.prairieml.activations.learnable.SplashActivation,
      org.prairieml.activations.light.LightActivation;
  provides org.prairieml.api.training.Loss with
      org.prairieml.activations.light.LightLoss;
  provides org.prairieml.api.training.Trainer with
      org.prairieml.activations.ldnn.LdnnTrainer;
}
