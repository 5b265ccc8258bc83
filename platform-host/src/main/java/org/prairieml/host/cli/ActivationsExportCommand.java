package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.api.file.AtomicFile;
import org.prairieml.api.file.FileFailure;
import org.prairieml.api.network.ActivationWriter;
import org.prairieml.host.activation.SampledFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prairie activations export}. */
@Command(
    name = "export",
    description = {
      "Write an activation as code for another framework, or as a formula.",
      "",
      "NOTATION is java, pytorch, keras, jax, numpy, latex, onnx-function, infix, prefix, or "
          + "whatever else a plug-in writes.",
    },
    footer = {
      "",
      "Examples:",
      "  prairie activations export gelu --to numpy",
      "  prairie activations export \"x * sigmoid(beta*x)\" --to pytorch --name pswish",
    })
final class ActivationsExportCommand implements Callable<Integer> {

  private final Provider<Services> services;
  private final Streams streams;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "EXPR", description = "A name or an expression.")
  private String text;

  @Option(names = "--to", required = true, paramLabel = "NOTATION", description = "What to write.")
  private String notation;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the function is called; by default after EXPR, or 'activation'.")
  private String name;

  @Option(names = "--out", paramLabel = "FILE", description = "Write to a file.")
  private Path out;

  @Mixin private JsonOption json;

  @Inject
  ActivationsExportCommand(Provider<Services> services, Streams streams) {
    this.services = services;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ActivationWriter writer = services.get().find(ActivationWriter.class, notation);
    SampledFunction function = SampledFunction.read(text, services.get());
    String code = writer.write(function.function(), 0, functionName());
    if (out != null) {
      write(code + "\n");
    }
    if (json.isGiven()) {
      Map<String, Object> plain = new LinkedHashMap<>();
      plain.put("notation", notation);
      plain.put("name", functionName());
      plain.put("text", code);
      streams.json(plain);
    } else {
      code.lines().forEach(out == null ? streams::result : _ -> {});
    }
    return ExitCode.DONE;
  }

  private String functionName() {
    if (name == null) {
      String word = text.strip().replace('-', '_');
      return word.matches("[a-zA-Z]\\w+") ? word : "activation";
    }
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new ParameterException(
          spec.commandLine(),
          "Option '--name' takes letters, digits and underscores, no digit first, found '%s'."
              .formatted(name));
    }
    return name;
  }

  private void write(String code) {
    try {
      AtomicFile.write(out, stream -> stream.write(code.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw PrairieException.badInput(
          "File '%s': cannot be written (%s).".formatted(out, FileFailure.reason(e)), e);
    }
  }
}
