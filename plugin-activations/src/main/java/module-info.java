/**
 * Activation functions: the catalog, captured functions, and LDNN, which learns its own.
 *
 * @provides org.prairieml.api.network.Activation the catalog, {@code interpolated}, {@code ldnn}
 * @provides org.prairieml.api.training.Trainer {@code ldnn}
 */
module org.prairieml.activations {
  requires org.prairieml.api;

  provides org.prairieml.api.ServiceCatalog with
      org.prairieml.activations.catalog.ActivationCatalog;
  provides org.prairieml.api.network.Activation with
      org.prairieml.activations.catalog.EluActivation,
      org.prairieml.activations.catalog.InterpolatedActivation,
      org.prairieml.activations.ldnn.LdnnActivation;
  provides org.prairieml.api.training.Trainer with
      org.prairieml.activations.ldnn.LdnnTrainer;
}
