package org.prairieml.host.bench;

import java.lang.foreign.Arena;
import org.prairieml.api.engine.Buffer;
import org.prairieml.api.engine.Executable;
import org.prairieml.graph.Shape;

/** The batches of an inner loop in the engine's precision, taken in turn. */
final class InnerLoopBatches {

  private final InnerLoopWorkload loop;
  private final Snapshots x;
  private final Snapshots y;

  /** The inputs of a program that a batch is copied to. */
  static final class Feed {

    private final Buffer x;
    private final Buffer y;
    private final Buffer count;
    private final double[] step = new double[1];

    Feed(Executable program) {
      this.x = program.buffer(InnerLoopGraph.X);
      this.y = program.buffer(InnerLoopGraph.Y);
      this.count = program.buffer(InnerLoopGraph.COUNT);
    }
  }

  /** Allocates memory for the batches, of the precision that a program's inputs have. */
  InnerLoopBatches(InnerLoopWorkload loop, Feed like, Arena arena) {
    this.loop = loop;
    this.x = new Snapshots(like.x, loop.sizes().batches(), arena);
    this.y = new Snapshots(like.y, loop.sizes().batches(), arena);
  }

  /** Draws the batches; they are rounded by way of a program's inputs. */
  void draw(Feed way) {
    Shape shape = Shape.of(loop.sizes().batch(), loop.network().inputs());
    for (int i = 0; i < loop.sizes().batches(); i++) {
      String stream = loop.name() + "/batch" + i;
      way.x.write(BenchData.normal(stream + "/x", shape).values());
      way.y.write(
          BenchData.labels(stream + "/y", loop.sizes().batch(), loop.network().classes()).values());
      x.save(i, way.x);
      y.save(i, way.y);
    }
  }

  /** Sets a program's inputs for a step of the loop, counted from 0. */
  void load(int step, Feed feed) {
    x.load(step % loop.sizes().batches(), feed.x);
    y.load(step % loop.sizes().batches(), feed.y);
    feed.step[0] = step;
    feed.count.write(feed.step);
  }
}
