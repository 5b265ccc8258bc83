package org.prairieml.engine.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import jdk.incubator.vector.VectorOperators;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneInstruction;
import org.prairieml.engine.lane.ScalarFunction;
import org.prairieml.engine.lane.ScalarFunctions;

/** Writes the instructions of a lane program; every value has a local variable. */
public final class LaneEmitter {

  private static final ClassDesc OPERATORS =
      ClassDesc.ofDescriptor(VectorOperators.class.descriptorString());
  private static final ClassDesc COMPARISON =
      ClassDesc.ofDescriptor(VectorOperators.Comparison.class.descriptorString());
  private static final ClassDesc BINARY =
      ClassDesc.ofDescriptor(VectorOperators.Binary.class.descriptorString());
  private static final ClassDesc SCALAR_FUNCTIONS =
      ClassDesc.ofDescriptor(ScalarFunctions.class.descriptorString());

  private final CodeBuilder code;
  private final VectorTypes types;
  private final List<LaneInstruction> body;
  private final int lanes;
  private final int scratch;
  private final int[] locals;

  /**
   * Prepares to write a program.
   *
   * @param lanes the number of lanes of a vector
   * @param scratch the local variable that holds an array with room for two vectors at its start
   */
  public LaneEmitter(
      CodeBuilder code, VectorTypes types, List<LaneInstruction> body, int lanes, int scratch) {
    this.code = code;
    this.types = types;
    this.body = body;
    this.lanes = lanes;
    this.scratch = scratch;
    this.locals = new int[body.size()];
    for (int i = 0; i < locals.length; i++) {
      locals[i] = code.allocateLocal(TypeKind.REFERENCE);
    }
  }

  /** Returns the local variable that holds a value. */
  public int local(Lane lane) {
    return locals[lane.index()];
  }

  /** Writes the instruction at a position; what reads memory is written by the caller. */
  public void emit(int position) {
    LaneInstruction instruction = body.get(position);
    switch (instruction.op()) {
      case INPUT, LOOK_UP -> throw new IllegalArgumentException("The loop reads memory.");
      case CONSTANT -> types.broadcast(code, (Double) instruction.payload());
      case ADD -> binary("add", instruction);
      case SUB -> binary("sub", instruction);
      case MUL -> binary("mul", instruction);
      case DIV -> binary("div", instruction);
      case MIN -> binary("min", instruction);
      case MAX -> binary("max", instruction);
      case FMA -> {
        push(instruction);
        types.fma(code);
      }
      case NEG -> unary("neg", instruction);
      case ABS -> unary("abs", instruction);
      case SQRT -> unary("sqrt", instruction);
      case SELECT -> select(instruction);
      case LESS -> compare("LT", instruction);
      case LESS_OR_EQUAL -> compare("LE", instruction);
      case EQUAL -> compare("EQ", instruction);
      case AND -> masks("and", instruction);
      case OR -> masks("or", instruction);
      case NOT -> {
        push(instruction);
        code.invokevirtual(VectorTypes.MASK, "not", MethodTypeDesc.of(VectorTypes.MASK));
      }
      case TO_BITS -> {
        push(instruction);
        String method = types.isFloat() ? "reinterpretAsInts" : "reinterpretAsLongs";
        code.invokevirtual(types.real(), method, MethodTypeDesc.of(types.bits()));
      }
      case FROM_BITS -> {
        push(instruction);
        String method = types.isFloat() ? "reinterpretAsFloats" : "reinterpretAsDoubles";
        code.invokevirtual(types.bits(), method, MethodTypeDesc.of(types.real()));
      }
      case BITS_CONSTANT -> bitsConstant((Long) instruction.payload());
      case BITS_ADD -> bitsBinary("add", instruction);
      case BITS_SUB -> bitsBinary("sub", instruction);
      case BITS_AND -> bitsBinary("and", instruction);
      case BITS_OR -> bitsBinary("or", instruction);
      case SHIFT_LEFT -> shift("LSHL", instruction);
      case SHIFT_RIGHT -> shift("ASHR", instruction);
      case SCALAR -> scalar(instruction);
      case PATCH -> patch(instruction);
    }
    code.astore(locals[position]);
  }

  private void push(LaneInstruction instruction) {
    instruction.operands().forEach(this::push);
  }

  private void push(Lane lane) {
    code.aload(local(lane));
  }

  private void unary(String method, LaneInstruction instruction) {
    push(instruction);
    code.invokevirtual(types.real(), method, MethodTypeDesc.of(types.real()));
  }

  private void binary(String method, LaneInstruction instruction) {
    push(instruction);
    types.binary(code, method);
  }

  /** A blend takes the second vector where the mask is. */
  private void select(LaneInstruction instruction) {
    List<Lane> operands = instruction.operands();
    push(operands.get(2));
    push(operands.get(1));
    push(operands.get(0));
    types.blend(code);
  }

  private void compare(String operator, LaneInstruction instruction) {
    push(instruction.operands().get(0));
    code.getstatic(OPERATORS, operator, COMPARISON);
    push(instruction.operands().get(1));
    code.invokevirtual(
        types.real(),
        "compare",
        MethodTypeDesc.of(VectorTypes.MASK, COMPARISON, VectorTypes.ANY_VECTOR));
  }

  private void masks(String method, LaneInstruction instruction) {
    push(instruction);
    code.invokevirtual(
        VectorTypes.MASK, method, MethodTypeDesc.of(VectorTypes.MASK, VectorTypes.MASK));
  }

  private void bitsConstant(long pattern) {
    types.bitsSpecies(code);
    if (types.isFloat()) {
      code.loadConstant((int) pattern);
    } else {
      code.loadConstant(pattern);
    }
    code.invokestatic(
        types.bits(),
        "broadcast",
        MethodTypeDesc.of(
            types.bits(),
            ClassDesc.of("jdk.incubator.vector", "VectorSpecies"),
            types.bitsElement()));
  }

  private void bitsBinary(String method, LaneInstruction instruction) {
    push(instruction);
    code.invokevirtual(
        types.bits(), method, MethodTypeDesc.of(types.bits(), VectorTypes.ANY_VECTOR));
  }

  private void shift(String operator, LaneInstruction instruction) {
    push(instruction);
    code.getstatic(OPERATORS, operator, BINARY);
    int distance = (Integer) instruction.payload();
    if (types.isFloat()) {
      code.loadConstant(distance);
    } else {
      code.loadConstant((long) distance);
    }
    code.invokevirtual(
        types.bits(), "lanewise", MethodTypeDesc.of(types.bits(), BINARY, types.bitsElement()));
  }

  private void scalar(LaneInstruction instruction) {
    callEveryLane((ScalarFunction) instruction.payload(), instruction.operands());
    types.species(code);
    code.aload(scratch).iconst_0();
    types.load(code);
  }

  private void patch(LaneInstruction instruction) {
    List<Lane> operands = instruction.operands();
    Label done = code.newLabel();
    push(operands.get(0));
    push(operands.get(2));
    code.invokevirtual(VectorTypes.MASK, "anyTrue", MethodTypeDesc.of(ConstantDescs.CD_boolean));
    code.ifeq(done);
    callEveryLane((ScalarFunction) instruction.payload(), operands.subList(1, 2));
    types.species(code);
    code.aload(scratch).iconst_0();
    types.load(code);
    push(operands.get(2));
    types.blend(code);
    code.labelBinding(done);
  }

  /** Leaves the results at the start of the scratch array. */
  private void callEveryLane(ScalarFunction function, List<Lane> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      push(arguments.get(i));
      code.aload(scratch).loadConstant(i * lanes);
      types.store(code, false);
    }
    int lane = code.allocateLocal(TypeKind.INT);
    code.iconst_0().istore(lane);
    Label next = code.newBoundLabel();
    code.aload(scratch).iload(lane);
    for (int i = 0; i < arguments.size(); i++) {
      code.aload(scratch).iload(lane).loadConstant(i * lanes).iadd();
      types.element(code);
      code.conversion(types.kind(), TypeKind.DOUBLE);
    }
    code.invokestatic(
        SCALAR_FUNCTIONS,
        function.name(),
        MethodTypeDesc.of(
            ConstantDescs.CD_double,
            arguments.stream().map(_ -> ConstantDescs.CD_double).toList()));
    code.conversion(TypeKind.DOUBLE, types.kind());
    types.storeElement(code);
    code.iinc(lane, 1).iload(lane).loadConstant(lanes).if_icmplt(next);
  }
}
