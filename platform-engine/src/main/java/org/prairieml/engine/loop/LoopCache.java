package org.prairieml.engine.loop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of all fused loops of this process: loops of equal structure share one. */
public final class LoopCache {

  private static final Map<LoopStructure, LoopKernel> KERNELS = new ConcurrentHashMap<>();

  private LoopCache() {}

  /** Returns the code of a loop. */
  public static LoopKernel kernel(LoopStructure structure) {
    return KERNELS.computeIfAbsent(structure, LoopEmitter::compile);
  }
}
