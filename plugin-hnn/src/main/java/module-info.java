/**
 * Hamiltonian networks: layers that turn a learned energy into a law of motion, physical systems,
 * integrators, and a trainer that judges a learned law by its orbits.
 *
 * @provides org.prairieml.api.data.DatasetSource {@code trajectories} and named tasks
 * @provides org.prairieml.api.dynamics.DynamicalSystem the catalog of systems
 * @provides org.prairieml.api.initialization.Initializer {@code orthogonal}
 * @provides org.prairieml.api.network.Layer {@code hamiltonian}, {@code positions}, {@code momenta}
 * @provides org.prairieml.api.training.Loss {@code summed-squared-error}
 * @provides org.prairieml.api.training.Trainer {@code dynamics}
 */
module org.prairieml.hnn {
  requires org.prairieml.api;
  // The classes of both are in this module's own jar; as modules they are there to compile only.
  requires static hipparchus.core;
  requires static hipparchus.ode;

  provides org.prairieml.api.ServiceCatalog with
      org.prairieml.hnn.data.TaskCatalog,
      org.prairieml.hnn.layer.HalfCatalog,
      org.prairieml.hnn.system.SystemCatalog;
  provides org.prairieml.api.initialization.Initializer with
      org.prairieml.hnn.layer.OrthogonalInitializer;
  provides org.prairieml.api.network.Layer with
      org.prairieml.hnn.layer.HamiltonianLayer;
  provides org.prairieml.api.training.Loss with
      org.prairieml.hnn.layer.SummedSquaredError;
  provides org.prairieml.api.training.Trainer with
      org.prairieml.hnn.training.DynamicsTrainer;
}
