package org.prairieml.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.engine.Buffer;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.graph.Program;

/** Libraries that find their own parts by the thread's context loader, as DJL does. */
class ContextLoaderTests {

  /** Finds an implementation of itself, or none. */
  private static final Map<String, String> LIBRARY =
      Map.of(
          "lib/Tool.java",
          """
          package lib;
          public class Tool {
            public static String found() {
              return java.util.ServiceLoader.load(Tool.class).findFirst()
                  .map(tool -> tool.getClass().getName()).orElse("nothing");
            }
          }
          """);

  private static final Map<String, String> PLUGIN =
      Map.of(
          "module-info.java",
          """
          module demo {
            requires org.prairieml.api;
            requires static library;
            provides org.prairieml.api.data.DatasetSource with demo.Source;
          }
          """,
          "demo/Source.java",
          """
          package demo;

          import org.prairieml.api.Options;
          import org.prairieml.api.data.Dataset;
          import org.prairieml.api.data.DatasetSource;
          import org.prairieml.api.data.Target;
          import org.prairieml.graph.NdArray;
          import org.prairieml.graph.Shape;

          public final class Source implements DatasetSource {
            public String name() { return "searching"; }
            public String summary() { return "Is called as what its library finds."; }
            public Dataset load(Options options) {
              String[] found = new String[1];
              Thread thread = new Thread(() -> found[0] = lib.Tool.found());
              thread.start();
              try {
                thread.join();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              NdArray zero = new NdArray(Shape.of(1, 1), new double[1]);
              Dataset.Split split = new Dataset.Split(zero, zero);
              return new Dataset(
                  lib.Tool.found() + "," + found[0], new Target.Values(1), split, split);
            }
          }
          """);

  @TempDir private Path folder;

  @Test
  void findTheirPartsWhileAPluginsServiceWorksAndOnThreadsThatItStarts() throws IOException {
    Path library =
        new JarMaker(Files.createDirectory(folder.resolve("library")))
            .make(folder.resolve("library.jar"), "X: y\n", LIBRARY);
    Path main =
        new JarMaker(Files.createDirectory(folder.resolve("main")), library)
            .make(folder.resolve("main.jar"), "X: y\n", PLUGIN);
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Path into = Files.createDirectory(plugins.resolve("demo"));
    JarEdit.of(library)
        .put("META-INF/services/lib.Tool", "lib.Tool\n")
        .write(into.resolve("library.jar"));
    JarEdit.of(main).plugin("demo", "1.0.0").write(into.resolve("main.jar"));
    ClassLoader ours = Thread.currentThread().getContextClassLoader();

    try (ServiceRegistry registry = new ServiceRegistry(TestPlugins.installation(plugins))) {
      Dataset loaded = registry.find(DatasetSource.class, "searching").load(Options.NONE);

      assertThat(registry.broken()).isEmpty();
      assertThat(loaded.name()).isEqualTo("lib.Tool,lib.Tool");
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(ours);
    }
  }

  @Test
  void belongToEveryCallOfAnEngineAndOfWhatItCompiles() {
    ClassLoader loader = new ClassLoader() {};
    Engine engine = WithContextLoader.service(Engine.class, new Asking(), loader);
    ClassLoader ours = Thread.currentThread().getContextClassLoader();

    Executable executable = engine.compile(null, null);
    executable.companion(null).run();

    assertThat(Asking.seen).containsExactly(loader, loader, loader);
    assertThatIllegalStateException().isThrownBy(executable::close).withMessage("closed");
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(ours);
    assertThat(engine).isEqualTo(engine).isNotEqualTo(executable);
  }

  /** Keeps the loader of the thread at every call that matters. */
  private static final class Asking implements Engine {

    private static final List<ClassLoader> seen = new ArrayList<>();

    @Override
    public String name() {
      return "asking";
    }

    @Override
    public String summary() {
      return "Keeps the loaders.";
    }

    @Override
    public List<Precision> precisions() {
      return List.of();
    }

    @Override
    public Executable compile(Program program, CompileSettings settings) {
      seen.add(Thread.currentThread().getContextClassLoader());
      return new Nothing();
    }

    /** Runs nothing. */
    private static final class Nothing implements Executable {

      @Override
      public Program program() {
        return null;
      }

      @Override
      public Buffer buffer(String name) {
        return null;
      }

      @Override
      public void run() {
        seen.add(Thread.currentThread().getContextClassLoader());
      }

      @Override
      public Executable companion(Program other) {
        seen.add(Thread.currentThread().getContextClassLoader());
        return new Nothing();
      }

      @Override
      public void close() {
        throw new IllegalStateException("closed");
      }
    }
  }
}
