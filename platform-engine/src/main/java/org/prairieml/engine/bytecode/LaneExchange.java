package org.prairieml.engine.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.prairieml.engine.lane.NumberFormat;

/**
 * Transposes as many vectors as a vector has lanes, in registers: for every bit of a lane's number,
 * pairs of vectors whose numbers differ in that bit exchange the lanes that differ in it (J.
 * Eklundh: A fast computer method for matrix transposing, IEEE Transactions on Computers C-21,
 * 1972).
 */
public final class LaneExchange {

  private static final ClassDesc SHUFFLE =
      ClassDesc.ofDescriptor(VectorShuffle.class.descriptorString());
  private static final int PER_STAGE = 3;

  private final VectorTypes types;
  private final VectorSpecies<?> species;

  /** Prepares for a format. */
  public LaneExchange(NumberFormat format) {
    this.types = VectorTypes.of(format);
    this.species =
        format == NumberFormat.FLOAT32
            ? FloatVector.SPECIES_PREFERRED
            : DoubleVector.SPECIES_PREFERRED;
  }

  /** Returns the constants with which the class must be defined. */
  public List<Object> constants() {
    List<Object> constants = new ArrayList<>();
    for (int distance = 1; distance < species.length(); distance *= 2) {
      int apart = distance;
      boolean[] upper = new boolean[species.length()];
      for (int lane = 0; lane < upper.length; lane++) {
        upper[lane] = (lane & distance) != 0;
      }
      constants.add(VectorShuffle.fromOp(species, lane -> Math.max(0, lane - apart)));
      constants.add(
          VectorShuffle.fromOp(species, lane -> Math.min(upper.length - 1, lane + apart)));
      constants.add(VectorMask.fromArray(species, upper, 0));
    }
    return constants;
  }

  /**
   * Writes the transposition.
   *
   * @param vectors the local variables of the vectors, as many as there are lanes
   */
  public void emit(CodeBuilder code, int[] vectors) {
    int stage = 0;
    for (int distance = 1; distance < vectors.length; distance *= 2) {
      for (int i = 0; i < vectors.length; i++) {
        if ((i & distance) == 0) {
          exchange(code, vectors[i], vectors[i + distance], stage);
        }
      }
      stage += PER_STAGE;
    }
  }

  private void exchange(CodeBuilder code, int first, int second, int stage) {
    // on the stack: the new first, then the new second
    code.aload(first).aload(second);
    rearrange(code, stage);
    mask(code, stage);
    code.aload(first);
    rearrange(code, stage + 1);
    code.aload(second);
    mask(code, stage);
    code.astore(second);
    code.astore(first);
  }

  private void rearrange(CodeBuilder code, int constant) {
    HiddenClass.constant(code, constant, SHUFFLE);
    code.invokevirtual(types.real(), "rearrange", MethodTypeDesc.of(types.real(), SHUFFLE));
  }

  /** The second vector of two takes its place where the lanes' bit is set. */
  private void mask(CodeBuilder code, int stage) {
    HiddenClass.constant(code, stage + 2, VectorTypes.MASK);
    types.blend(code);
  }
}
