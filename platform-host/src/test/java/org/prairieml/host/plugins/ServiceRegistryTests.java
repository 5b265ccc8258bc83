package org.prairieml.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.Layer;
import org.prairieml.api.training.Trainer;

class ServiceRegistryTests {

  private final FakeActivation relu = new FakeActivation("relu");
  private final FakeActivation tanh = new FakeActivation("tanh");

  @Test
  void findsServicesInOrderOfTheirNames() {
    ServiceRegistry registry = FakeSource.registry(FakeSource.plugin("a", tanh, relu));

    assertThat(registry.all(Activation.class)).containsExactly(relu, tanh);
    assertThat(registry.find(Activation.class, "tanh")).isSameAs(tanh);
    assertThat(registry.all(Engine.class)).isEmpty();
  }

  @Test
  void knowsWhatAServiceIsPartOf() {
    FakeSource plugin = FakeSource.plugin("a", relu);

    ServiceRegistry registry = FakeSource.registry(plugin);
    assertThat(registry.origin(registry.find(Activation.class, "relu"))).isEqualTo(plugin.plugin());
  }

  @Test
  void offersTheServicesOfACatalogUnderEveryInterfaceThatTheyImplement() {
    ServiceCatalog catalog = () -> List.of(relu, new FakeTrainer(() -> {}));
    ServiceRegistry registry = FakeSource.registry(FakeSource.plugin("a", catalog));

    assertThat(registry.all(Activation.class)).containsExactly(relu);
    assertThat(registry.all(Trainer.class)).hasSize(1);
  }

  @Test
  void givesANameToTheFirstOfTwoServicesAndReportsTheOther() {
    FakeActivation other = new FakeActivation("relu");
    ServiceRegistry registry =
        FakeSource.registry(FakeSource.plugin("a", relu), FakeSource.plugin("b", other, tanh));

    assertThat(registry.find(Activation.class, "relu")).isSameAs(relu);
    assertThat(registry.find(Activation.class, "b:relu")).isSameAs(other);
    assertThat(registry.find(Activation.class, "tanh")).isSameAs(tanh);
    assertThat(registry.broken())
        .singleElement()
        .asString()
        .startsWith(
            "Plug-in 'b.jar' is broken: it offers the activation 'relu',"
                + " which is already there from a 1.0.0.");
  }

  @Test
  void namesTheNearestServiceAsTheUsersFault() {
    ServiceRegistry registry = FakeSource.registry(FakeSource.plugin("a", relu));

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> registry.find(Activation.class, "rely"))
        .withMessage("There is no activation 'rely'; did you mean 'relu'?")
        .extracting(PrairieException::fault)
        .isEqualTo(PrairieException.Fault.BAD_INPUT);
  }

  @Test
  void blamesABrokenPluginForAServiceThatIsMissing() {
    ServiceRegistry registry = FakeSource.registry(FakeSource.plugin("a", relu), new Failing());

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> registry.find(Activation.class, "sharp"))
        .withMessage(
            "There is no activation 'sharp'; known: fine, relu."
                + " Plug-in 'failing.jar' is broken: no license. Ask its author, or remove it.")
        .extracting(PrairieException::fault)
        .isEqualTo(PrairieException.Fault.PLUGIN);
  }

  @Test
  void doesNotBlameABrokenPluginForATypingErrorOrForAnotherType() {
    ServiceRegistry registry = FakeSource.registry(FakeSource.plugin("a", relu), new Failing());

    assertUsersFault(() -> registry.find(Activation.class, "rely"));
    assertUsersFault(() -> registry.find(Layer.class, "dense"));
  }

  private static void assertUsersFault(ThrowingCallable search) {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(search)
        .withMessageStartingWith("There is no ")
        .extracting(PrairieException::fault)
        .isEqualTo(PrairieException.Fault.BAD_INPUT);
  }

  @Test
  void blamesABrokenPluginThatIsCalledLikeTheServiceEvenIfAnotherIsNear() {
    ServiceRegistry registry =
        FakeSource.registry(FakeSource.plugin("a", new FakeActivation("fading")), new Failing());

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> registry.find(Activation.class, "failing"))
        .withMessageContaining("no license")
        .extracting(PrairieException::fault)
        .isEqualTo(PrairieException.Fault.PLUGIN);
  }

  @Test
  void createsServicesWhenTheirTypeIsAskedFor() {
    ServiceRegistry registry = FakeSource.registry(new Failing());

    registry.all(Layer.class);
    assertThat(registry.broken()).isEmpty();
    registry.all(Activation.class);
    assertThat(registry.broken()).hasSize(1);
  }

  @Test
  void refusesACatalogThatGivesNullAndKeepsTheRest() {
    ServiceCatalog nothing = () -> null;
    ServiceCatalog hole = () -> Arrays.asList(tanh, null);
    ServiceRegistry registry = FakeSource.registry(FakeSource.plugin("a", nothing, hole, relu));

    assertThat(registry.all(Activation.class)).containsExactly(relu);
    assertThat(registry.broken())
        .extracting(broken -> broken.problem().reason())
        .satisfiesExactly(
            reason -> assertThat(reason).contains("gave null instead of the list of services of"),
            reason -> assertThat(reason).isEqualTo("a provider gave null instead of a service"));
  }

  @Test
  void keepsWhatWorksOfAPluginThatIsBrokenInPart() {
    ServiceRegistry registry = FakeSource.registry(new Failing());

    assertThat(registry.all(Activation.class)).extracting(Service::name).containsExactly("fine");
  }

  @Test
  void refusesAServiceWithoutName() {
    ServiceRegistry registry =
        FakeSource.registry(FakeSource.plugin("a", new FakeActivation(null), relu));

    assertThat(registry.all(Activation.class)).containsExactly(relu);
    assertThat(registry.broken())
        .singleElement()
        .asString()
        .contains("FakeActivation has the name 'null'");
  }

  @Test
  void findsWhatPrairieItselfProvides() {
    ServiceRegistry registry = new ServiceRegistry(Installation.builtIn());

    Layer dense = registry.find(Layer.class, "dense");
    assertThat(registry.origin(dense)).isEqualTo(PluginInfo.BUILT_IN);
    assertThat(registry.find(Engine.class, "reference")).isNotNull();
    assertThat(registry.broken()).isEmpty();
  }

  /** Offers one activation that works and one whose constructor throws. */
  private record Failing() implements ServiceSource {

    @Override
    public PluginInfo plugin() {
      return new PluginInfo("failing", "1.0.0", "failing.jar");
    }

    @Override
    public <S> List<Supplier<S>> providers(Class<S> type) {
      return type == Activation.class
          ? List.of(
              () -> {
                throw new IllegalStateException("no license");
              },
              () -> type.cast(new FakeActivation("fine")))
          : List.of();
    }
  }
}
