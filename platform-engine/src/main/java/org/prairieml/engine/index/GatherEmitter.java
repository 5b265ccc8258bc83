package org.prairieml.engine.index;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.prairieml.engine.bytecode.CountedLoop;
import org.prairieml.engine.bytecode.HiddenClass;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;

/** Writes a gather as the class of a {@link GatherKernel}: vectors, and the rest one by one. */
final class GatherEmitter {

  private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final MethodTypeDesc SIGNATURE =
      MethodTypeDesc.of(ConstantDescs.CD_void, INT.arrayType(), INT, INT, OBJECT, INT, OBJECT, INT);

  private static final int POSITIONS = 1;
  private static final int FIRST = 2;
  private static final int LAST = 3;
  private static final int VALUES = 4;
  private static final int FROM = 5;
  private static final int TARGET = 6;
  private static final int TO = 7;

  private final CodeBuilder code;
  private final VectorTypes types;
  private final int lanes;
  private final int i;

  private GatherEmitter(NumberFormat format, CodeBuilder code) {
    this.code = code;
    this.types = VectorTypes.of(format);
    this.lanes = VectorTypes.lanes(format);
    this.i = code.allocateLocal(TypeKind.INT);
  }

  static GatherKernel compile(NumberFormat format) {
    return HiddenClass.define(
        GatherKernel.class, "run", SIGNATURE, code -> new GatherEmitter(format, code).emit());
  }

  private void emit() {
    code.aload(VALUES).checkcast(types.array()).astore(VALUES);
    code.aload(TARGET).checkcast(types.array()).astore(TARGET);
    int whole = code.allocateLocal(TypeKind.INT);
    code.iload(LAST).iload(LAST).iload(FIRST).isub();
    code.loadConstant(lanes - 1).iand().isub().istore(whole);
    CountedLoop.from(code, i, FIRST, whole, lanes, this::vector);
    CountedLoop.goOn(code, i, LAST, 1, this::element);
    code.return_();
  }

  private void vector() {
    types.species(code);
    code.aload(VALUES).iload(FROM).aload(POSITIONS).iload(i);
    types.gather(code);
    code.aload(TARGET).iload(TO).iload(i).iadd();
    types.store(code, false);
  }

  private void element() {
    code.aload(TARGET).iload(TO).iload(i).iadd();
    code.aload(VALUES).iload(FROM).aload(POSITIONS).iload(i).iaload().iadd();
    types.element(code);
    types.storeElement(code);
  }
}
