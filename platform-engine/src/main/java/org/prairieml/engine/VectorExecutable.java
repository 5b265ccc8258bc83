package org.prairieml.engine;

import java.util.HashMap;
import java.util.Map;
import org.prairieml.api.engine.Buffer;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Block;
import org.prairieml.engine.parallel.Team;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/** A program as a list of steps. */
final class VectorExecutable implements Executable {

  private final Program program;
  private final CompileSettings settings;
  private final Map<String, Block> named;
  private final Step[] steps;
  private final Team team;
  private final boolean ownsTeam;

  VectorExecutable(
      Program program, CompileSettings settings, Map<String, Block> shared, Team team) {
    this(program, settings, shared, team, true);
  }

  private VectorExecutable(
      Program program,
      CompileSettings settings,
      Map<String, Block> shared,
      Team team,
      boolean ownsTeam) {
    this.ownsTeam = ownsTeam;
    this.program = program;
    this.settings = settings;
    this.team = team;
    ProgramPlan plan = PlanMemory.plan(program, NumberFormat.of(settings.precision()));
    ProgramBinding binding = new ProgramBinding(plan, shared, team);
    this.named = binding.named();
    this.steps = binding.steps().toArray(Step[]::new);
  }

  @Override
  public Program program() {
    return program;
  }

  @Override
  public Buffer buffer(String name) {
    Block block = named.get(name);
    if (block == null) {
      throw new GraphException(
          "Program '%s' has no input, state or output '%s'; it has %s."
              .formatted(program.name(), name, named.keySet()));
    }
    return new BlockBuffer(block, settings.precision());
  }

  @Override
  public void run() {
    for (Step step : steps) {
      step.run();
    }
  }

  @Override
  public Executable companion(Program other) {
    Map<String, Block> shared = new HashMap<>();
    for (Map.Entry<String, Tensor> state : other.states().entrySet()) {
      if (program.states().containsKey(state.getKey())) {
        Block block = named.get(state.getKey());
        requireShape(state.getKey(), block, state.getValue());
        shared.put(state.getKey(), block);
      }
    }
    return new VectorExecutable(other, settings, shared, team, false);
  }

  private static void requireShape(String name, Block block, Tensor state) {
    if (!block.shape().equals(state.shape())) {
      throw new GraphException(
          "State '%s' has shape %s in one program and %s in its companion."
              .formatted(name, block.shape(), state.shape()));
    }
  }

  @Override
  public void close() {
    // Arrays on the heap need no release; companions share the team of the first.
    if (ownsTeam) {
      team.close();
    }
  }
}
