package org.prairieml.engine.nest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.engine.fuse.Nodes;
import org.prairieml.engine.fuse.Sink;
import org.prairieml.engine.fuse.Source;
import org.prairieml.engine.fuse.Task;
import org.prairieml.engine.lane.ElementwiseLanes;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneCode;
import org.prairieml.engine.lane.LookUp;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.view.View;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** A fused loop as accesses and a lane program, before axes are chosen. */
final class LoopNest {

  private final Shape space;
  private final LaneCode code;
  private final List<Access> loads = new ArrayList<>();
  private final List<Sink> sinks;
  private final List<Lane> values = new ArrayList<>();
  private final Map<Tensor, Lane> lanes = new HashMap<>();
  private final Map<Access, Lane> inputs = new HashMap<>();
  private final Map<Tensor, Integer> tables = new HashMap<>();

  LoopNest(Task.Loop loop, NumberFormat format) {
    this.space = loop.sinks().getFirst().space();
    this.code = new LaneCode(format);
    this.sinks = loop.sinks();
    loop.sources().forEach((tensor, source) -> lanes.put(tensor, input(source)));
    loop.computed().forEach(this::compute);
    sinks.forEach(sink -> values.add(lane(sink.root())));
  }

  private Lane input(Source source) {
    return inputs.computeIfAbsent(
        new Access(source.base(), source.view()),
        access -> {
          loads.add(access);
          return code.input(loads.size() - 1);
        });
  }

  private void compute(Tensor node) {
    List<Lane> operands = Nodes.pointwiseOperands(node).stream().map(this::lane).toList();
    lanes.put(
        node,
        Nodes.isLookUp(node)
            ? code.lookUp(table(node), operands.getFirst())
            : ElementwiseLanes.of(code, node.primitive(), operands));
  }

  /** A table is a load that stays where it is. */
  private LookUp table(Tensor node) {
    Tensor table = Task.Loop.table(node);
    int load =
        tables.computeIfAbsent(
            table,
            base -> {
              loads.add(new Access(base, View.dense(Shape.SCALAR).broadcast(space)));
              return loads.size() - 1;
            });
    return new LookUp(load, table.shape().size());
  }

  private Lane lane(Tensor node) {
    Lane known = lanes.get(node);
    return known != null ? known : code.constant(Nodes.uniform(node).orElseThrow());
  }

  Shape space() {
    return space;
  }

  LaneCode code() {
    return code;
  }

  List<Access> loads() {
    return loads;
  }

  /** Returns what is stored and folded. */
  List<Sink> sinks() {
    return sinks;
  }

  /** Returns the value of a sink. */
  Lane value(Sink sink) {
    return values.get(sinks.indexOf(sink));
  }
}
