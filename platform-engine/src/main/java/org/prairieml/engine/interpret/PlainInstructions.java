package org.prairieml.engine.interpret;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.List;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneInstruction;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.lane.ScalarFunction;
import org.prairieml.engine.lane.ScalarFunctions;

/** Writes the instructions of a lane program for one lane; every value has a local variable. */
final class PlainInstructions {

  private static final ClassDesc MATH = ClassDesc.ofDescriptor(Math.class.descriptorString());
  private static final ClassDesc FLOAT = ClassDesc.ofDescriptor(Float.class.descriptorString());
  private static final ClassDesc DOUBLE = ClassDesc.ofDescriptor(Double.class.descriptorString());
  private static final ClassDesc SCALAR_FUNCTIONS =
      ClassDesc.ofDescriptor(ScalarFunctions.class.descriptorString());

  private final CodeBuilder code;
  private final boolean single;
  private final List<LaneInstruction> body;
  private final ClassDesc real;
  private final TypeKind realKind;
  private final TypeKind bitsKind;
  private final int[] locals;

  PlainInstructions(CodeBuilder code, NumberFormat format, List<LaneInstruction> body) {
    this.code = code;
    this.single = format == NumberFormat.FLOAT32;
    this.body = body;
    this.real = single ? ConstantDescs.CD_float : ConstantDescs.CD_double;
    this.realKind = single ? TypeKind.FLOAT : TypeKind.DOUBLE;
    this.bitsKind = single ? TypeKind.INT : TypeKind.LONG;
    this.locals = new int[body.size()];
    for (int i = 0; i < locals.length; i++) {
      locals[i] = code.allocateLocal(kind(body.get(i).op().kind()));
    }
  }

  private TypeKind kind(Lane.Kind kind) {
    return switch (kind) {
      case REAL -> realKind;
      case BITS -> bitsKind;
      case TEST -> TypeKind.INT;
    };
  }

  int local(Lane lane) {
    return locals[lane.index()];
  }

  /** Writes the instruction at a position; what reads memory is written by the caller. */
  void emit(int position) {
    LaneInstruction instruction = body.get(position);
    List<Lane> operands = instruction.operands();
    switch (instruction.op()) {
      case INPUT, LOOK_UP -> throw new IllegalArgumentException("The loop reads memory.");
      case CONSTANT -> constant((Double) instruction.payload());
      case ADD -> arithmetic(operands, Opcode.FADD, Opcode.DADD);
      case SUB -> arithmetic(operands, Opcode.FSUB, Opcode.DSUB);
      case MUL -> arithmetic(operands, Opcode.FMUL, Opcode.DMUL);
      case DIV -> arithmetic(operands, Opcode.FDIV, Opcode.DDIV);
      case NEG -> arithmetic(operands, Opcode.FNEG, Opcode.DNEG);
      case FMA -> math("fma", operands);
      case MIN -> math("min", operands);
      case MAX -> math("max", operands);
      case ABS -> math("abs", operands);
      case SQRT -> squareRoot(operands);
      case SELECT ->
          choose(operands.get(0), () -> push(operands.get(1)), () -> push(operands.get(2)));
      case LESS -> compare(operands, Opcode.FCMPG, Opcode.DCMPG, Opcode.IFLT);
      case LESS_OR_EQUAL -> compare(operands, Opcode.FCMPG, Opcode.DCMPG, Opcode.IFLE);
      case EQUAL -> compare(operands, Opcode.FCMPG, Opcode.DCMPG, Opcode.IFEQ);
      case AND -> bits(operands, Opcode.IAND, Opcode.IAND);
      case OR -> bits(operands, Opcode.IOR, Opcode.IOR);
      case NOT -> {
        push(operands.getFirst());
        code.iconst_1().ixor();
      }
      case TO_BITS -> convert(operands, "floatToRawIntBits", "doubleToRawLongBits", true);
      case FROM_BITS -> convert(operands, "intBitsToFloat", "longBitsToDouble", false);
      case BITS_CONSTANT -> bitsConstant((Long) instruction.payload());
      case BITS_ADD -> bits(operands, Opcode.IADD, Opcode.LADD);
      case BITS_SUB -> bits(operands, Opcode.ISUB, Opcode.LSUB);
      case BITS_AND -> bits(operands, Opcode.IAND, Opcode.LAND);
      case BITS_OR -> bits(operands, Opcode.IOR, Opcode.LOR);
      case SHIFT_LEFT -> shift(instruction, Opcode.ISHL, Opcode.LSHL);
      case SHIFT_RIGHT -> shift(instruction, Opcode.ISHR, Opcode.LSHR);
      case SCALAR -> call((ScalarFunction) instruction.payload(), operands);
      case PATCH ->
          choose(
              operands.get(2),
              () -> call((ScalarFunction) instruction.payload(), operands.subList(1, 2)),
              () -> push(operands.get(0)));
    }
    code.storeLocal(kind(instruction.op().kind()), locals[position]);
  }

  private void push(Lane lane) {
    code.loadLocal(kind(lane.kind()), local(lane));
  }

  private void constant(double value) {
    if (single) {
      code.loadConstant((float) value);
    } else {
      code.loadConstant(value);
    }
  }

  private void bitsConstant(long pattern) {
    if (single) {
      code.loadConstant((int) pattern);
    } else {
      code.loadConstant(pattern);
    }
  }

  private void arithmetic(List<Lane> operands, Opcode forFloat, Opcode forDouble) {
    operands.forEach(this::push);
    code.with(OperatorInstruction.of(single ? forFloat : forDouble));
  }

  private void bits(List<Lane> operands, Opcode forInt, Opcode forLong) {
    operands.forEach(this::push);
    boolean narrow = single || operands.getFirst().kind() == Lane.Kind.TEST;
    code.with(OperatorInstruction.of(narrow ? forInt : forLong));
  }

  private void shift(LaneInstruction instruction, Opcode forInt, Opcode forLong) {
    instruction.operands().forEach(this::push);
    code.loadConstant((int) (Integer) instruction.payload());
    code.with(OperatorInstruction.of(single ? forInt : forLong));
  }

  private void math(String method, List<Lane> operands) {
    operands.forEach(this::push);
    code.invokestatic(
        MATH, method, MethodTypeDesc.of(real, Collections.nCopies(operands.size(), real)));
  }

  /** The square root of a float, taken in double precision and rounded, is correctly rounded. */
  private void squareRoot(List<Lane> operands) {
    operands.forEach(this::push);
    code.conversion(realKind, TypeKind.DOUBLE);
    code.invokestatic(
        MATH, "sqrt", MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double));
    code.conversion(TypeKind.DOUBLE, realKind);
  }

  private void compare(List<Lane> operands, Opcode forFloat, Opcode forDouble, Opcode holds) {
    Label yes = code.newLabel();
    Label done = code.newLabel();
    operands.forEach(this::push);
    code.with(OperatorInstruction.of(single ? forFloat : forDouble));
    code.with(BranchInstruction.of(holds, yes));
    code.iconst_0().goto_(done).labelBinding(yes).iconst_1().labelBinding(done);
  }

  private void choose(Lane test, Runnable pushYes, Runnable pushNo) {
    Label yes = code.newLabel();
    Label done = code.newLabel();
    push(test);
    code.ifne(yes);
    pushNo.run();
    code.goto_(done).labelBinding(yes);
    pushYes.run();
    code.labelBinding(done);
  }

  private void convert(List<Lane> operands, String forFloat, String forDouble, boolean toBits) {
    operands.forEach(this::push);
    ClassDesc bits = single ? ConstantDescs.CD_int : ConstantDescs.CD_long;
    code.invokestatic(
        single ? FLOAT : DOUBLE,
        single ? forFloat : forDouble,
        toBits ? MethodTypeDesc.of(bits, real) : MethodTypeDesc.of(real, bits));
  }

  private void call(ScalarFunction function, List<Lane> arguments) {
    for (Lane argument : arguments) {
      push(argument);
      code.conversion(realKind, TypeKind.DOUBLE);
    }
    code.invokestatic(
        SCALAR_FUNCTIONS,
        function.name(),
        MethodTypeDesc.of(
            ConstantDescs.CD_double,
            Collections.nCopies(arguments.size(), ConstantDescs.CD_double)));
    code.conversion(TypeKind.DOUBLE, realKind);
  }
}
