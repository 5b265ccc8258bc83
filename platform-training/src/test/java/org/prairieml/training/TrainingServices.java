package org.prairieml.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Service;
import org.prairieml.api.Services;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.training.data.Cifar10Source;
import org.prairieml.training.data.CsvSource;
import org.prairieml.training.data.IdxSource;
import org.prairieml.training.data.Mnist1dSource;
import org.prairieml.training.data.NpzSource;
import org.prairieml.training.data.OneAgainstRestSource;
import org.prairieml.training.data.PlaneSource;
import org.prairieml.training.layer.AveragePoolingLayer;
import org.prairieml.training.layer.ConvolutionLayer;
import org.prairieml.training.layer.FlattenLayer;
import org.prairieml.training.layer.GlobalAveragePoolingLayer;
import org.prairieml.training.layer.MaxPoolingLayer;
import org.prairieml.training.layer.NoiseLayer;
import org.prairieml.training.layer.ReshapeLayer;
import org.prairieml.training.loss.MeanSquaredError;
import org.prairieml.training.loss.SoftmaxCrossEntropy;
import org.prairieml.training.optimizer.AdaGrad;
import org.prairieml.training.optimizer.Adam;
import org.prairieml.training.optimizer.AdamW;
import org.prairieml.training.optimizer.RmsProp;
import org.prairieml.training.optimizer.Sgd;
import org.prairieml.training.schedule.ScheduleCatalog;

/** The services of this module, without a host. */
public enum TrainingServices implements Services {
  INSTANCE;

  private final List<Service> services =
      new ArrayList<>(
          List.of(
              new SupervisedTrainer(),
              new SoftmaxCrossEntropy(),
              new MeanSquaredError(),
              new Sgd(),
              new Adam(),
              new AdamW(),
              new RmsProp(),
              new AdaGrad(),
              new Mnist1dSource(),
              new NpzSource(),
              new CsvSource(),
              new IdxSource(),
              new Cifar10Source(),
              new PlaneSource(),
              new OneAgainstRestSource(),
              new DenseLayer(),
              new ConvolutionLayer(),
              new MaxPoolingLayer(),
              new AveragePoolingLayer(),
              new GlobalAveragePoolingLayer(),
              new FlattenLayer(),
              new ReshapeLayer(),
              new NoiseLayer(),
              new ActivationLayer()));

  TrainingServices() {
    services.addAll(new ScheduleCatalog().services());
  }

  @Override
  public <S extends Service> List<S> all(Class<S> type) {
    return Services.of(services).all(type);
  }

  /** Returns a service with options, as an experiment file would name it. */
  public static <S extends Service> Configured<S> configured(
      Class<S> type, String name, Map<String, Object> options) {
    Map<String, Object> plain = new LinkedHashMap<>(options);
    plain.put("name", name);
    return OptionTypes.service(type).read(plain, OptionReader.of("test", INSTANCE));
  }
}
