package org.prairieml.host.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.prairieml.api.engine.Buffer;

/** Copies of a buffer's elements in numbered slots, in native memory that is allocated once. */
final class Snapshots {

  private final MemorySegment memory;
  private final long bytes;

  /**
   * Allocates the slots.
   *
   * @param like a buffer of the size and precision of those to be copied
   */
  Snapshots(Buffer like, int slots, Arena arena) {
    this.bytes = like.segment().byteSize();
    this.memory = arena.allocate(bytes * slots, Long.BYTES);
  }

  /** Copies a buffer into a slot. */
  void save(int slot, Buffer from) {
    MemorySegment.copy(from.segment(), 0, memory, slot * bytes, bytes);
  }

  /** Copies a slot into a buffer. */
  void load(int slot, Buffer to) {
    MemorySegment.copy(memory, slot * bytes, to.segment(), 0, bytes);
  }
}
