package org.prairieml.distribution;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use whom, and what nobody may use. */
class ArchitectureTests {

  private static final String PRAIRIE = "org.prairieml.";
  private static final String HOST = PRAIRIE + "host..";

  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("test-fixtures"))
          .withImportOption(location -> !location.contains("platform-testkit"))
          .importPackages("org.prairieml");

  /** Class loaders take jars as URLs, so these name local files. */
  private static final Set<String> FILE_NAMES =
      Set.of(
          "java.net.MalformedURLException",
          "java.net.URI",
          "java.net.URISyntaxException",
          "java.net.URL",
          "java.net.URLClassLoader");

  @ParameterizedTest
  @CsvSource({
    "graph, ''",
    "api, graph",
    "engine, api graph",
    "training, api graph",
    "activations, api graph",
    "hnn, api graph",
    "host, training api graph",
  })
  void moduleUsesOnlyThoseBelowIt(String module, String below) {
    String[] allowed =
        Stream.of((module + " " + below).trim().split(" "))
            .map(name -> PRAIRIE + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(PRAIRIE + module + "..")
        .should()
        .dependOnClassesThat(resideInAPackage(PRAIRIE + ".").and(not(resideInAnyPackage(allowed))))
        .check(SHIPPED);
  }

  @Test
  void graphUsesNoOtherModuleOfTheJdkThanItsBase() {
    classes()
        .that()
        .resideInAPackage(PRAIRIE + "graph..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage(PRAIRIE + "graph..").or(resideInModule("java.base")))
        .check(SHIPPED);
  }

  @Test
  void onlyTheEngineUsesTheVectorModule() {
    noClasses()
        .that()
        .resideOutsideOfPackage(PRAIRIE + "engine..")
        .should()
        .dependOnClassesThat(resideInAPackage("jdk.incubator.vector.."))
        .check(SHIPPED);
  }

  @Test
  void onlyTheHostUsesGuiceAndPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOST)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("com.google.inject..", "jakarta.inject..", "picocli.."))
        .check(SHIPPED);
  }

  /** The engine only asks the boot layer for the vector module. */
  @Test
  void onlyTheHostMakesModuleLayers() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOST)
        .and()
        .doNotHaveFullyQualifiedName(PRAIRIE + "engine.VectorEngine")
        .should()
        .dependOnClassesThat(type(ModuleLayer.class))
        .check(SHIPPED);
  }

  @Test
  void noPackagesFormACycle() {
    slices().matching(PRAIRIE + "(**)").should().beFreeOfCycles().check(SHIPPED);
  }

  @Test
  void onlyMainTouchesTheStandardStreamsAndTheExit() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(PRAIRIE + "host.Main")
        .should(ACCESS_STANDARD_STREAMS)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(SHIPPED);
  }

  @Test
  void nothingReachesForTheNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net", "java.net.http", "javax.net..", "java.rmi..")
                .and(describe("name no files", c -> !FILE_NAMES.contains(c.getName())))
                .or(describe("are socket channels", ArchitectureTests::isSocketChannel)))
        .orShould()
        .callMethod(java.net.URL.class, "openStream")
        .check(SHIPPED);
  }

  private static boolean isSocketChannel(JavaClass type) {
    return type.getPackageName().equals("java.nio.channels")
        && (type.getSimpleName().contains("Socket") || type.getSimpleName().contains("Datagram"));
  }

  private static DescribedPredicate<JavaClass> resideInModule(String name) {
    Set<String> packages =
        ModuleLayer.boot().findModule(name).orElseThrow().getDescriptor().packages();
    return describe(
        "reside in module " + name,
        type -> {
          JavaClass element = type.getBaseComponentType();
          return element.isPrimitive() || packages.contains(element.getPackageName());
        });
  }
}
