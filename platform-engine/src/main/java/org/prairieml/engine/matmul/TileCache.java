package org.prairieml.engine.matmul;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of all register tiles of this process. */
final class TileCache {

  private static final Map<TileStructure, TileKernel> KERNELS = new ConcurrentHashMap<>();

  private TileCache() {}

  static TileKernel kernel(TileStructure structure) {
    return KERNELS.computeIfAbsent(structure, TileEmitter::compile);
  }
}
