package org.prairieml.hnn.training;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.prairieml.api.data.Motion;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.network.Network;
import org.prairieml.api.run.RunContext;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/**
 * A trained network as a law of motion that programs can be made of.
 *
 * @param network the network
 * @param parameters its parameters by name
 * @param context what runs programs
 * @param precision the number format of the programs, where the engine has it; else the context's
 */
record LearnedLaw(
    Network network, Map<String, NdArray> parameters, RunContext context, Precision precision) {

  /** Creates a law in float64: orbits add rounding errors up over many steps. */
  LearnedLaw(Network network, Map<String, NdArray> parameters, RunContext context) {
    this(network, parameters, context, Precision.FLOAT64);
  }

  /** Returns the same law in another number format. */
  LearnedLaw in(Precision chosen) {
    return new LearnedLaw(network, parameters, context, chosen);
  }

  /** Builds the rest of a program out of a field. */
  @FunctionalInterface
  interface Body extends BiConsumer<Program.Builder, UnaryOperator<Tensor>> {}

  /** Compiles a program that uses the learned field; its parameters are set. */
  Executable compile(String name, Body body) {
    Program.Builder builder = Program.builder(name);
    Map<String, Tensor> values = StepProgram.parameters(builder, network);
    body.accept(builder, x -> network.apply(x, values));
    Executable program = compile(builder.build());
    parameters.forEach((key, value) -> program.buffer(key).write(value.values()));
    return program;
  }

  /** Compiles a program that uses the true field instead. */
  Executable compileTrue(String name, Motion motion, Body body) {
    Program.Builder builder = Program.builder(name);
    body.accept(
        builder, x -> motion.system().service().timeDerivative(x, motion.system().options()));
    return compile(builder.build());
  }

  private Executable compile(Program program) {
    CompileSettings own = context.settings();
    Precision available =
        context.engine().precisions().contains(precision) ? precision : own.precision();
    return context.engine().compile(program, new CompileSettings(available, own.threads()));
  }
}
