package org.prairieml.engine.interpret;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.prairieml.engine.bytecode.CountedLoop;
import org.prairieml.engine.bytecode.HiddenClass;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneInstruction;
import org.prairieml.engine.lane.LookUp;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;

/**
 * Writes a loop without reductions as plain code, a number at a time.
 *
 * <p>It is compiled within milliseconds, which vector code is not, and where it is simple the
 * just-in-time compiler makes vector instructions of it by itself.
 */
final class PlainEmitter {

  private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
  private static final ClassDesc MATH = ClassDesc.ofDescriptor(Math.class.descriptorString());
  private static final MethodTypeDesc OF_INTS =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int);
  private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();

  private final LoopStructure loop;
  private final CodeBuilder code;
  private final VectorTypes types;
  private final PlainInstructions instructions;
  private final int[] arrays;
  private final int[] bases;
  private final int outer;
  private final int inner;

  private PlainEmitter(LoopStructure loop, CodeBuilder code) {
    this.loop = loop;
    this.code = code;
    this.types = VectorTypes.of(loop.format());
    this.instructions = new PlainInstructions(code, loop.format(), loop.body());
    this.arrays = new int[loop.accesses()];
    this.bases = new int[3 * loop.accesses()];
    this.outer = code.allocateLocal(TypeKind.INT);
    this.inner = code.allocateLocal(TypeKind.INT);
  }

  static LoopKernel compile(LoopStructure loop) {
    return HiddenClass.define(
        LoopKernel.class,
        "run",
        MethodTypeDesc.of(ConstantDescs.CD_void, OBJECTS, INTS),
        code -> new PlainEmitter(loop, code).emit());
  }

  private void emit() {
    for (int access = 0; access < arrays.length; access++) {
      arrays[access] = code.allocateLocal(TypeKind.REFERENCE);
      code.aload(1).loadConstant(access).aaload().checkcast(types.array()).astore(arrays[access]);
      for (int i = 0; i < 3; i++) {
        bases[3 * access + i] = number(LoopKernel.HEADER + LoopKernel.PER_ACCESS * access + i);
      }
    }
    int outerTo = number(1);
    int innerFrom = number(2);
    int innerTo = number(3);
    CountedLoop.from(
        code,
        outer,
        number(0),
        outerTo,
        1,
        () -> CountedLoop.from(code, inner, innerFrom, innerTo, 1, this::each));
    code.return_();
  }

  private int number(int position) {
    int local = code.allocateLocal(TypeKind.INT);
    code.aload(2).loadConstant(position).iaload().istore(local);
    return local;
  }

  private void each() {
    for (int i = 0; i < loop.body().size(); i++) {
      LaneInstruction instruction = loop.body().get(i);
      switch (instruction.op()) {
        case INPUT -> {
          int access = (Integer) instruction.payload();
          place(access, loop.loads().get(access));
        }
        case LOOK_UP ->
            placeInTable((LookUp) instruction.payload(), instruction.operands().getFirst());
        default -> {
          instructions.emit(i);
          continue;
        }
      }
      types.element(code);
      code.storeLocal(types.kind(), instructions.local(new Lane(i, Lane.Kind.REAL)));
    }
    List<LoopStructure.Store> stores = loop.stores();
    for (int i = 0; i < stores.size(); i++) {
      place(loop.loads().size() + i, stores.get(i).pattern());
      code.loadLocal(types.kind(), instructions.local(stores.get(i).value()));
      types.storeElement(code);
    }
  }

  /** Pushes the array of an access and the position in it. */
  private void place(int access, AccessPattern pattern) {
    code.aload(arrays[access]).iload(bases[3 * access]);
    move(pattern.outer(), outer, bases[3 * access + 1]);
    move(pattern.inner(), inner, bases[3 * access + 2]);
  }

  /** Pushes a table's array and the position that an index means. */
  private void placeInTable(LookUp table, Lane index) {
    code.aload(arrays[table.load()]);
    code.loadLocal(types.kind(), instructions.local(index));
    code.conversion(types.kind(), TypeKind.INT);
    code.iconst_0().invokestatic(MATH, "max", OF_INTS);
    code.loadConstant(table.size() - 1).invokestatic(MATH, "min", OF_INTS);
    code.iload(bases[3 * table.load()]).iadd();
  }

  private void move(Stride stride, int index, int distance) {
    if (stride == Stride.ZERO) {
      return;
    }
    code.iload(index);
    if (stride == Stride.ANY) {
      code.iload(distance).imul();
    }
    code.iadd();
  }
}
