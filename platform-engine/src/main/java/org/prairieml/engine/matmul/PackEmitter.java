package org.prairieml.engine.matmul;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.prairieml.engine.bytecode.CountedLoop;
import org.prairieml.engine.bytecode.HiddenClass;
import org.prairieml.engine.bytecode.LaneExchange;
import org.prairieml.engine.bytecode.VectorTypes;

/** Writes packing as the class of a {@link PackKernel}: whole vectors, transposed in registers. */
final class PackEmitter {

  private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final ClassDesc MATH = ClassDesc.ofDescriptor(Math.class.descriptorString());
  private static final MethodTypeDesc SIGNATURE =
      MethodTypeDesc.of(ConstantDescs.CD_void, OBJECT, INT, INT, INT, OBJECT, INT, INT, INT, INT);

  private static final int FROM = 1;
  private static final int START = 2;
  private static final int ROW = 3;
  private static final int COLUMN = 4;
  private static final int TO = 5;
  private static final int PLACE = 6;
  private static final int STEP = 7;
  private static final int ROWS = 8;
  private static final int COLUMNS = 9;

  private final PackStructure structure;
  private final CodeBuilder code;
  private final VectorTypes types;
  private final LaneExchange exchange;
  private final int lanes;
  private final int k;
  private final int first;

  private PackEmitter(PackStructure structure, LaneExchange exchange, CodeBuilder code) {
    this.structure = structure;
    this.code = code;
    this.types = VectorTypes.of(structure.format());
    this.exchange = exchange;
    this.lanes = VectorTypes.lanes(structure.format());
    this.k = code.allocateLocal(TypeKind.INT);
    this.first = code.allocateLocal(TypeKind.INT);
  }

  static PackKernel compile(PackStructure structure) {
    LaneExchange exchange = new LaneExchange(structure.format());
    return HiddenClass.define(
        PackKernel.class,
        "run",
        SIGNATURE,
        structure.turned() ? exchange.constants() : List.of(),
        code -> new PackEmitter(structure, exchange, code).emit());
  }

  private void emit() {
    code.aload(FROM).checkcast(types.array()).astore(FROM);
    code.aload(TO).checkcast(types.array()).astore(TO);
    if (structure.turned()) {
      int width = code.allocateLocal(TypeKind.INT);
      code.loadConstant(structure.vectors() * lanes).istore(width);
      CountedLoop.fromZero(code, first, width, lanes, this::turn);
    } else {
      CountedLoop.fromZero(code, k, COLUMNS, 1, this::copyColumn);
    }
    code.return_();
  }

  private void copyColumn() {
    for (int v = 0; v < structure.vectors(); v++) {
      types.species(code);
      code.aload(FROM).iload(START).iload(k).iload(COLUMN).imul().iadd();
      code.loadConstant(v * lanes).iadd();
      types.load(code);
      code.aload(TO).iload(PLACE).iload(k).iload(STEP).imul().iadd();
      code.loadConstant(v * lanes).iadd();
      types.store(code, false);
    }
  }

  /**
   * Copies as many rows as a vector has lanes, from {@code first} on. Of rows that do not exist,
   * the last one takes the place.
   */
  private void turn() {
    int[] starts = new int[lanes];
    int[] vectors = new int[lanes];
    for (int i = 0; i < lanes; i++) {
      starts[i] = code.allocateLocal(TypeKind.INT);
      vectors[i] = code.allocateLocal(TypeKind.REFERENCE);
      code.iload(START);
      code.iload(first).loadConstant(i).iadd().iload(ROWS).iconst_1().isub();
      code.invokestatic(MATH, "min", MethodTypeDesc.of(INT, INT, INT));
      code.iload(ROW).imul().iadd().istore(starts[i]);
    }
    CountedLoop.fromZero(
        code,
        k,
        COLUMNS,
        lanes,
        () -> {
          for (int i = 0; i < lanes; i++) {
            types.species(code);
            code.aload(FROM).iload(starts[i]).iload(k).iadd();
            types.load(code);
            code.astore(vectors[i]);
          }
          exchange.emit(code, vectors);
          for (int i = 0; i < lanes; i++) {
            code.aload(vectors[i]).aload(TO).iload(PLACE);
            code.iload(k).loadConstant(i).iadd().iload(STEP).imul().iadd();
            code.iload(first).iadd();
            types.store(code, false);
          }
        });
  }
}
