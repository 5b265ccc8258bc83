package org.prairieml.activations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.activations.catalog.ActivationCatalog;
import org.prairieml.activations.catalog.EluActivation;
import org.prairieml.activations.catalog.ExpressionActivation;
import org.prairieml.activations.catalog.InterpolatedActivation;
import org.prairieml.activations.export.WriterCatalog;
import org.prairieml.activations.ldnn.LdnnActivation;
import org.prairieml.activations.ldnn.LdnnTrainer;
import org.prairieml.activations.learnable.AplActivation;
import org.prairieml.activations.learnable.CubicSplineActivation;
import org.prairieml.activations.learnable.PauActivation;
import org.prairieml.activations.learnable.PiecewiseLinearActivation;
import org.prairieml.activations.learnable.SplashActivation;
import org.prairieml.activations.light.LightActivation;
import org.prairieml.activations.light.LightLoss;
import org.prairieml.api.Configured;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Service;
import org.prairieml.api.Services;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.training.SupervisedTrainer;
import org.prairieml.training.layer.AveragePoolingLayer;
import org.prairieml.training.layer.ConvolutionLayer;
import org.prairieml.training.layer.GlobalAveragePoolingLayer;
import org.prairieml.training.layer.MaxPoolingLayer;
import org.prairieml.training.layer.NoiseLayer;
import org.prairieml.training.layer.ReshapeLayer;
import org.prairieml.training.loss.MeanSquaredError;
import org.prairieml.training.loss.SoftmaxCrossEntropy;
import org.prairieml.training.optimizer.Adam;
import org.prairieml.training.optimizer.RmsProp;
import org.prairieml.training.optimizer.Sgd;
import org.prairieml.training.schedule.ScheduleCatalog;

/** The services of this plug-in and of the training module, without a host. */
public enum TestServices implements Services {
  INSTANCE;

  private final List<Service> services =
      new ArrayList<>(
          List.of(
              new EluActivation(),
              new ExpressionActivation(),
              new InterpolatedActivation(),
              new LdnnActivation(),
              new AplActivation(),
              new CubicSplineActivation(),
              new PauActivation(),
              new PiecewiseLinearActivation(),
              new SplashActivation(),
              new LightActivation(),
              new LightLoss(),
              new LdnnTrainer(),
              new SupervisedTrainer(),
              new SoftmaxCrossEntropy(),
              new MeanSquaredError(),
              new Sgd(),
              new ActivationLayer(),
              new DenseLayer(),
              new AveragePoolingLayer(),
              new ConvolutionLayer(),
              new GlobalAveragePoolingLayer(),
              new MaxPoolingLayer(),
              new ReshapeLayer(),
              new NoiseLayer(),
              new Adam(),
              new RmsProp()));

  TestServices() {
    services.addAll(new ActivationCatalog().services());
    services.addAll(new WriterCatalog().services());
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
    return OptionTypes.service(type).read(plain, reader());
  }

  /** Returns what reads options that name these services. */
  public static OptionReader reader() {
    return OptionReader.of("test", INSTANCE);
  }
}
