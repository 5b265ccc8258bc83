package org.prairieml.engine.lane;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Runs a lane program on a single lane: the meaning of every instruction, in scalar Java. */
final class LaneEvaluator {

  private final NumberFormat format;
  private final List<LaneInstruction> instructions;
  private final MethodHandle[] functions;
  private final double[] reals;
  private final long[] bits;
  private final boolean[] tests;
  private final int result;

  LaneEvaluator(LaneCode code, Lane result) {
    this.format = code.format();
    this.instructions = code.instructions();
    int size = instructions.size();
    this.reals = new double[size];
    this.bits = new long[size];
    this.tests = new boolean[size];
    this.result = result.index();
    this.functions = new MethodHandle[size];
    for (int i = 0; i < size; i++) {
      if (instructions.get(i).payload() instanceof ScalarFunction function) {
        functions[i] = handle(function);
      }
    }
  }

  /** Writes a program of one input. */
  static LaneEvaluator of(NumberFormat format, Function<LaneCode, Lane> program) {
    LaneCode code = new LaneCode(format);
    return new LaneEvaluator(code, program.apply(code));
  }

  private static MethodHandle handle(ScalarFunction function) {
    List<Class<?>> parameters = Collections.nCopies(function.arity(), double.class);
    MethodType type = MethodType.methodType(double.class, parameters);
    try {
      return MethodHandles.lookup().findStatic(ScalarFunctions.class, function.name(), type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the result for these inputs, which must be numbers of the format. */
  double evaluate(double... inputs) {
    for (int i = 0; i < reals.length; i++) {
      LaneInstruction instruction = instructions.get(i);
      switch (instruction.op().kind()) {
        case REAL -> reals[i] = format.round(real(i, instruction, inputs));
        case BITS -> bits[i] = wrap(bits(instruction));
        case TEST -> tests[i] = test(instruction);
      }
    }
    return reals[result];
  }

  /** In float64; sums, products, quotients and roots of float32 are still right when rounded. */
  private double real(int position, LaneInstruction in, double[] inputs) {
    return switch (in.op()) {
      case INPUT -> inputs[(Integer) in.payload()];
      case CONSTANT -> (Double) in.payload();
      case ADD -> real(in, 0) + real(in, 1);
      case SUB -> real(in, 0) - real(in, 1);
      case MUL -> real(in, 0) * real(in, 1);
      case DIV -> real(in, 0) / real(in, 1);
      case FMA -> fma(real(in, 0), real(in, 1), real(in, 2));
      case NEG -> -real(in, 0);
      case ABS -> Math.abs(real(in, 0));
      case SQRT -> Math.sqrt(real(in, 0));
      case MIN -> Math.min(real(in, 0), real(in, 1));
      case MAX -> Math.max(real(in, 0), real(in, 1));
      case SELECT -> test(in, 0) ? real(in, 1) : real(in, 2);
      case FROM_BITS -> format.fromBits(bits(in, 0));
      case SCALAR ->
          in.operands().size() == 1
              ? call(functions[position], real(in, 0))
              : call(functions[position], real(in, 0), real(in, 1));
      case PATCH -> test(in, 2) ? call(functions[position], real(in, 1)) : real(in, 0);
      default -> throw new AssertionError(in.op());
    };
  }

  private double fma(double a, double b, double c) {
    return format == NumberFormat.FLOAT32
        ? Math.fma((float) a, (float) b, (float) c)
        : Math.fma(a, b, c);
  }

  private long bits(LaneInstruction in) {
    return switch (in.op()) {
      case TO_BITS -> format.toBits(real(in, 0));
      case BITS_CONSTANT -> (Long) in.payload();
      case BITS_ADD -> bits(in, 0) + bits(in, 1);
      case BITS_SUB -> bits(in, 0) - bits(in, 1);
      case BITS_AND -> bits(in, 0) & bits(in, 1);
      case BITS_OR -> bits(in, 0) | bits(in, 1);
      case SHIFT_LEFT -> bits(in, 0) << (Integer) in.payload();
      case SHIFT_RIGHT -> bits(in, 0) >> (Integer) in.payload();
      default -> throw new AssertionError(in.op());
    };
  }

  private long wrap(long pattern) {
    return format == NumberFormat.FLOAT32 ? (int) pattern : pattern;
  }

  private boolean test(LaneInstruction in) {
    return switch (in.op()) {
      case LESS -> real(in, 0) < real(in, 1);
      case LESS_OR_EQUAL -> real(in, 0) <= real(in, 1);
      case EQUAL -> real(in, 0) == real(in, 1);
      case AND -> test(in, 0) && test(in, 1);
      case OR -> test(in, 0) || test(in, 1);
      case NOT -> !test(in, 0);
      default -> throw new AssertionError(in.op());
    };
  }

  private double real(LaneInstruction in, int operand) {
    return reals[in.operands().get(operand).index()];
  }

  private long bits(LaneInstruction in, int operand) {
    return bits[in.operands().get(operand).index()];
  }

  private boolean test(LaneInstruction in, int operand) {
    return tests[in.operands().get(operand).index()];
  }

  private static double call(MethodHandle function, double x) {
    try {
      return (double) function.invokeExact(x);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static double call(MethodHandle function, double x, double y) {
    try {
      return (double) function.invokeExact(x, y);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
