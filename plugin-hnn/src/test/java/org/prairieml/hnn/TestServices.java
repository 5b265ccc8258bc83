package org.prairieml.hnn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.prairieml.api.Configured;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.Service;
import org.prairieml.api.Services;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Tensor;
import org.prairieml.hnn.data.TaskCatalog;
import org.prairieml.hnn.layer.HalfCatalog;
import org.prairieml.hnn.layer.HamiltonianLayer;
import org.prairieml.hnn.layer.OrthogonalInitializer;
import org.prairieml.hnn.layer.SummedSquaredError;
import org.prairieml.hnn.system.SystemCatalog;
import org.prairieml.hnn.training.DynamicsTrainer;
import org.prairieml.training.loss.MeanSquaredError;
import org.prairieml.training.optimizer.Adam;
import org.prairieml.training.optimizer.Sgd;
import org.prairieml.training.schedule.ScheduleCatalog;

/** The services of this plug-in and of the training module, without a host. */
public enum TestServices implements Services {
  INSTANCE;

  private final List<Service> services =
      new ArrayList<>(
          List.of(
              new ActivationLayer(),
              new Adam(),
              new DenseLayer(),
              new DynamicsTrainer(),
              new HamiltonianLayer(),
              new MeanSquaredError(),
              new OrthogonalInitializer(),
              new Sgd(),
              new SummedSquaredError(),
              new Function("relu", Formulas::relu),
              new Function("sin", Tensor::sin),
              new Function("tanh", Tensor::tanh)));

  TestServices() {
    services.addAll(new HalfCatalog().services());
    services.addAll(new ScheduleCatalog().services());
    services.addAll(new SystemCatalog().services());
    services.addAll(new TaskCatalog().services());
  }

  private record Function(String name, UnaryOperator<Tensor> graph) implements Activation {

    @Override
    public String summary() {
      return name;
    }

    @Override
    public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
      return graph.apply(preactivation);
    }
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

  /** Returns a service with its defaults. */
  public static <S extends Service> Configured<S> configured(Class<S> type, String name) {
    return configured(type, name, Map.of());
  }

  /** Returns a network as an experiment file would describe it. */
  public static NetworkTemplate network(Object... layers) {
    return NetworkTemplate.TYPE.read(List.of(layers), OptionReader.of("test", INSTANCE));
  }

  /** Returns a dense layer, for {@link #network}. */
  public static Map<String, Object> dense(String id, int units, boolean bias) {
    return Map.of("kind", "dense", "id", id, "units", units, "bias", bias);
  }

  /** Returns an activation layer, for {@link #network}. */
  public static Map<String, Object> activation(String function) {
    return Map.of("kind", "activation", "function", function);
  }

  /** Returns a Hamiltonian layer on the network's input and energies, for {@link #network}. */
  public static Map<String, Object> hamiltonian(String... energies) {
    List<String> inputs = new ArrayList<>(List.of("input"));
    inputs.addAll(List.of(energies));
    return Map.of("kind", "hamiltonian", "inputs", inputs);
  }
}
