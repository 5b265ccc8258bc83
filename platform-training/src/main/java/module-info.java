/**
 * Supervised training as a library: data sets and their files, layers over space, losses,
 * optimizers, schedules.
 *
 * @provides org.prairieml.api.training.Trainer supervised
 * @provides org.prairieml.api.data.DatasetSource mnist1d, npz, csv, idx, cifar-10, plane,
 *     one-against-rest
 * @provides org.prairieml.api.network.Layer conv, max-pool, average-pool, global-average-pool,
 *     flatten, reshape, noise
 */
module org.prairieml.training {
  requires transitive org.prairieml.api;

  exports org.prairieml.training;
  exports org.prairieml.training.data;
  exports org.prairieml.training.layer;
  exports org.prairieml.training.loss;
  exports org.prairieml.training.numpy;
  exports org.prairieml.training.optimizer;
  exports org.prairieml.training.schedule;

  provides org.prairieml.api.training.Trainer with
      org.prairieml.training.SupervisedTrainer;
  provides org.prairieml.api.network.Layer with
      org.prairieml.training.layer.ConvolutionLayer,
      org.prairieml.training.layer.MaxPoolingLayer,
      org.prairieml.training.layer.AveragePoolingLayer,
      org.prairieml.training.layer.GlobalAveragePoolingLayer,
      org.prairieml.training.layer.FlattenLayer,
      org.prairieml.training.layer.ReshapeLayer,
      org.prairieml.training.layer.NoiseLayer;
  provides org.prairieml.api.training.Loss with
      org.prairieml.training.loss.SoftmaxCrossEntropy,
      org.prairieml.training.loss.MeanSquaredError;
  provides org.prairieml.api.training.Optimizer with
      org.prairieml.training.optimizer.Sgd,
      org.prairieml.training.optimizer.Adam,
      org.prairieml.training.optimizer.AdamW,
      org.prairieml.training.optimizer.RmsProp,
      org.prairieml.training.optimizer.AdaGrad;
  provides org.prairieml.api.ServiceCatalog with
      org.prairieml.training.schedule.ScheduleCatalog;
  provides org.prairieml.api.data.DatasetSource with
      org.prairieml.training.data.Mnist1dSource,
      org.prairieml.training.data.NpzSource,
      org.prairieml.training.data.CsvSource,
      org.prairieml.training.data.IdxSource,
      org.prairieml.training.data.Cifar10Source,
      org.prairieml.training.data.PlaneSource,
      org.prairieml.training.data.OneAgainstRestSource;
}
