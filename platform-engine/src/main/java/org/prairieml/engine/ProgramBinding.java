package org.prairieml.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prairieml.engine.convolution.SumOverPixels;
import org.prairieml.engine.convolution.SumOverTaps;
import org.prairieml.engine.fuse.Task;
import org.prairieml.engine.index.ArgMaxStep;
import org.prairieml.engine.index.GatherStep;
import org.prairieml.engine.index.ScatterAddStep;
import org.prairieml.engine.index.UniformRandomStep;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.MatMulStep;
import org.prairieml.engine.memory.ArenaPlan;
import org.prairieml.engine.memory.Block;
import org.prairieml.engine.memory.Elements;
import org.prairieml.engine.nest.LoopStep;
import org.prairieml.engine.parallel.Team;
import org.prairieml.engine.step.DefinitionStep;
import org.prairieml.engine.step.Epilogue;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.ArgMax;
import org.prairieml.graph.Constant;
import org.prairieml.graph.Convolution;
import org.prairieml.graph.ConvolutionInputGradient;
import org.prairieml.graph.ConvolutionKernelGradient;
import org.prairieml.graph.Gather;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Program;
import org.prairieml.graph.ScatterAdd;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.UniformRandom;

/** The steps of a plan, bound to memory. */
final class ProgramBinding {

  private final ProgramPlan plan;
  private final Program program;
  private final NumberFormat format;
  private final Team team;
  private final Map<Tensor, Block> blocks = new HashMap<>();
  private final Map<String, Block> named = new LinkedHashMap<>();

  /**
   * Gives every tensor of a plan its memory.
   *
   * @param shared the memory of states that another program owns, by name
   * @param team what large steps are shared by
   */
  ProgramBinding(ProgramPlan plan, Map<String, Block> shared, Team team) {
    this.plan = plan;
    this.program = plan.program();
    this.format = plan.format();
    this.team = team;
    program.inputs().forEach((name, node) -> name(name, node, own(node)));
    program
        .states()
        .forEach((name, node) -> {
          Block block = shared.get(name);
          name(name, node, block != null ? block : own(node));
        });
    placeConstants();
    plan.statesInPlace().forEach((next, state) -> blocks.put(next, blocks.get(state)));
    placeOutputs();
    placeTemporaries();
  }

  private void name(String name, Tensor node, Block block) {
    named.put(name, block);
    blocks.put(node, block);
  }

  private Block own(Tensor node) {
    return Block.allocate(format, node.shape());
  }

  private void placeConstants() {
    for (Tensor node : program.order()) {
      if (node.primitive() instanceof Constant constant) {
        Block block = own(node);
        block.elements().write(block.offset(), constant.value().values());
        blocks.put(node, block);
      }
    }
  }

  private void placeOutputs() {
    program
        .outputs()
        .forEach((name, node) -> {
          if (node.primitive() instanceof Placeholder || named.containsValue(blocks.get(node))) {
            named.put(name, own(node));
          } else {
            named.put(name, blocks.computeIfAbsent(node, this::own));
          }
        });
  }

  private void placeTemporaries() {
    ArenaPlan<Tensor> places = plan.arena();
    int start = Elements.start(format);
    Elements arena = Elements.allocate(format, start + places.size());
    for (Task task : plan.tasks()) {
      for (Tensor tensor : task.writes()) {
        blocks.computeIfAbsent(tensor, t -> new Block(arena, start + places.offset(t), t.shape()));
      }
    }
  }

  /** Returns the memory of inputs, states and outputs by name. */
  Map<String, Block> named() {
    return named;
  }

  /** Returns the steps of a run. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Set<Task> following = new HashSet<>();
    for (Task task : plan.tasks()) {
      if (!following.contains(task)) {
        steps.add(step(task));
      }
      if (plan.follower(task) != null) {
        following.add(plan.follower(task).loop());
      }
    }
    program
        .outputs()
        .forEach((name, node) -> {
          if (blocks.get(node) != named.get(name)) {
            steps.add(copy(blocks.get(node), named.get(name)));
          }
        });
    steps.addAll(updates());
    return steps;
  }

  private Step step(Task task) {
    return switch (task) {
      case Task.Loop loop -> new LoopStep(plan.loop(loop), blocks::get, team);
      case Task.Single single -> step(single);
    };
  }

  private Step step(Task.Single single) {
    List<Block> operands = new ArrayList<>();
    for (int i = 0; i < single.operands().size(); i++) {
      Block memory = blocks.get(single.operands().get(i));
      operands.add(new Block(memory.elements(), memory.offset(), single.node().operand(i).shape()));
    }
    Block result = blocks.get(single.node());
    return switch (single.node().primitive()) {
      case MatMul _ ->
          new MatMulStep(single.node(), operands, result, format, team, epilogue(single));
      case Convolution operation -> SumOverTaps.of(operation, operands, result, format, team);
      case ConvolutionInputGradient operation ->
          SumOverTaps.of(operation, operands, result, format, team);
      case ConvolutionKernelGradient operation ->
          SumOverPixels.of(operation, operands, result, format, team);
      case Gather operation -> new GatherStep(operation, operands.get(0), operands.get(1), result);
      case ScatterAdd operation ->
          new ScatterAddStep(operation, operands.get(0), operands.get(1), result);
      case ArgMax operation -> new ArgMaxStep(operation, operands.get(0), result);
      case UniformRandom operation -> new UniformRandomStep(operation, operands.get(0), result);
      default -> new DefinitionStep(single.node(), operands, result);
    };
  }

  private Epilogue epilogue(Task.Single product) {
    ProgramPlan.Follower follower = plan.follower(product);
    return follower == null
        ? Epilogue.NONE
        : new LoopStep(plan.loop(follower.loop()), blocks::get, team, follower.split());
  }

  private static Step copy(Block from, Block to) {
    return () -> from.elements().copyTo(from.offset(), to.elements(), to.offset(), from.size());
  }

  /** A state that becomes another state's old value is saved before any changes. */
  private List<Step> updates() {
    List<Step> saves = new ArrayList<>();
    List<Step> writes = new ArrayList<>();
    Set<Block> saved = new HashSet<>();
    program
        .updates()
        .forEach((name, next) -> {
          Block from = blocks.get(next);
          if (next.primitive() instanceof Placeholder && saved.add(from)) {
            Block copy = own(next);
            saves.add(copy(from, copy));
            from = copy;
          }
          if (from != named.get(name)) {
            writes.add(copy(from, named.get(name)));
          }
        });
    saves.addAll(writes);
    return saves;
  }
}
