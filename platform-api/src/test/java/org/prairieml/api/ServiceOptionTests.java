package org.prairieml.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.data.DatasetSource;

/** Services by name, alone or with options. */
class ServiceOptionTests {

  private static final Animal HORSE = new Animal.Beast("horse");
  private static final Animal WORM = new Animal.Worm("earth-worm");
  private static final Option<Configured<Animal>> PET =
      Option.service("pet", Animal.class, "horse", "A pet.");

  private final OptionReader reader =
      OptionReader.of("zoo.yaml", Services.of(List.of(HORSE, WORM)));

  private Configured<Animal> read(Object plain) {
    return reader.options(List.of(PET), Map.of("pet", plain)).get(PET);
  }

  @Test
  void aServiceIsNamedByATextOrByAMapWithOptions() {
    assertThat(read("earth-worm").service()).isSameAs(WORM);
    assertThat(read("horse").options().get(Animal.LEGS)).isEqualTo(4);
    assertThat(read(Map.of("name", "horse", "legs", 3)).options().get(Animal.LEGS)).isEqualTo(3);
  }

  @Test
  void theDefaultIsFoundAmongTheServices() {
    assertThat(reader.options(List.of(PET), Map.of()).get(PET).service()).isSameAs(HORSE);
  }

  @Test
  void itIsWrittenWithEveryOption() {
    assertThat(reader.options(List.of(PET), Map.of()).toPlain())
        .isEqualTo(Map.of("pet", Map.of("name", "horse", "legs", 4)));
    assertThat(read(read("horse").toPlain())).isEqualTo(read("horse"));
  }

  @Test
  void anotherKeyMayHoldTheName() {
    OptionType<Configured<Animal>> type = OptionTypes.service(Animal.class, "kind");
    Configured<Animal> read = type.read(Map.of("kind", "horse", "legs", 2), reader);

    assertThat(type.write(read)).isEqualTo(Map.of("kind", "horse", "legs", 2));
    assertProblem(
        () -> type.read(Map.of("name", "horse"), reader),
        "zoo.yaml: expected an animal, by name or with the key 'kind'.");
  }

  @Test
  void optionsWithoutANameAreThoseOfTheDefaultIfThereIsOne() {
    assertThat(read(Map.of("legs", 3))).isEqualTo(read(Map.of("name", "horse", "legs", 3)));
    assertProblem(
        () -> OptionTypes.service(Animal.class).read(Map.of("legs", 3), reader),
        "zoo.yaml: expected an animal, by name or with the key 'name'.");
  }

  @Test
  void anUnknownServiceIsAnErrorThatNamesTheNearest() {
    assertProblem(
        () -> read("hrose"),
        "zoo.yaml, at 'pet': There is no animal 'hrose'; did you mean 'horse'?");
    assertProblem(
        () -> read("butterfly"),
        "zoo.yaml, at 'pet': There is no animal 'butterfly'; known: earth-worm, horse.");
  }

  @Test
  void anOptionOfTheServiceIsCheckedLikeAnyOther() {
    assertProblem(
        () -> read(Map.of("name", "horse", "legs", 9)),
        "zoo.yaml, at 'pet.legs': expected a whole number from 0 to 8, found 9.");
    assertProblem(
        () -> read(Map.of("name", "horse", "leg", 3)),
        "zoo.yaml, at 'pet': there is no key 'leg' here; did you mean 'legs'?");
    assertProblem(() -> read(3), "zoo.yaml, at 'pet': expected keys with values, found 3.");
  }

  @Test
  void aBrokenPluginIsNotTheUsersFault() {
    Services broken =
        new Services() {
          @Override
          public <S extends Service> List<S> all(Class<S> type) {
            throw PrairieException.plugin("Plugin 'zoo' is broken.", null);
          }
        };

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> PET.type().read("horse", OptionReader.of("zoo.yaml", broken)))
        .withMessage("Plugin 'zoo' is broken.")
        .returns(PrairieException.Fault.PLUGIN, PrairieException::fault);
  }

  @Test
  void defaultsThatNeedServicesCannotBeHadWithoutThem() {
    assertProblem(
        () -> Options.defaults(List.of(PET)),
        "defaults, at 'pet': There is no animal 'horse'; there are none.");
  }

  @Test
  void aConfiguredServiceStartsFromItsDefaults() {
    Configured<Animal> horse = Configured.of(HORSE).with(Animal.LEGS, 3);

    assertThat(horse.name()).isEqualTo("horse");
    assertThat(horse).hasToString("{name=horse, legs=3}");
    assertThat(Configured.of(HORSE).options().get(Animal.LEGS)).isEqualTo(4);
    assertThatThrownBy(() -> Configured.of(WORM).with(Animal.LEGS, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void typesAreCalledByTheirNameInWords() {
    assertThat(ServiceTypes.label(DatasetSource.class)).isEqualTo("dataset source");
    assertThat(ServiceTypes.label(Animal.class)).isEqualTo("animal");
  }

  private static void assertProblem(Runnable action, String message) {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(action::run)
        .withMessage(message)
        .returns(PrairieException.Fault.BAD_INPUT, PrairieException::fault);
  }
}
