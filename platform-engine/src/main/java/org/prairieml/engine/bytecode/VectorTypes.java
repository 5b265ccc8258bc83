package org.prairieml.engine.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.prairieml.engine.lane.NumberFormat;

/**
 * The classes of the Vector API for a number format, with the instructions that move vectors
 * between registers and arrays.
 */
public final class VectorTypes {

  static final ClassDesc MASK = ClassDesc.ofDescriptor(VectorMask.class.descriptorString());
  static final ClassDesc ANY_VECTOR = ClassDesc.ofDescriptor(Vector.class.descriptorString());
  private static final ClassDesc SPECIES =
      ClassDesc.ofDescriptor(VectorSpecies.class.descriptorString());
  private static final ClassDesc INT_VECTOR =
      ClassDesc.ofDescriptor(IntVector.class.descriptorString());
  private static final ClassDesc OPERATORS =
      ClassDesc.ofDescriptor(VectorOperators.class.descriptorString());
  private static final ClassDesc CONVERSION =
      ClassDesc.ofDescriptor(VectorOperators.Conversion.class.descriptorString());
  private static final ClassDesc MATH = ClassDesc.ofDescriptor(Math.class.descriptorString());
  private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
  private static final int WIDE_BITS = 512;
  private static final String PREFERRED = "SPECIES_PREFERRED";

  private final NumberFormat format;
  private final ClassDesc real;
  private final ClassDesc bits;
  private final ClassDesc element;
  private final ClassDesc bitsElement;

  private VectorTypes(
      NumberFormat format, Class<?> real, Class<?> bits, ClassDesc element, ClassDesc bitsElement) {
    this.format = format;
    this.real = ClassDesc.ofDescriptor(real.descriptorString());
    this.bits = ClassDesc.ofDescriptor(bits.descriptorString());
    this.element = element;
    this.bitsElement = bitsElement;
  }

  /** Returns the types for a format. */
  public static VectorTypes of(NumberFormat format) {
    return format == NumberFormat.FLOAT32
        ? new VectorTypes(
            format,
            FloatVector.class,
            IntVector.class,
            ConstantDescs.CD_float,
            ConstantDescs.CD_int)
        : new VectorTypes(
            format,
            DoubleVector.class,
            LongVector.class,
            ConstantDescs.CD_double,
            ConstantDescs.CD_long);
  }

  /** Returns the number of lanes of this machine's vectors. */
  public static int lanes(NumberFormat format) {
    return format == NumberFormat.FLOAT32
        ? FloatVector.SPECIES_PREFERRED.length()
        : DoubleVector.SPECIES_PREFERRED.length();
  }

  /** Whether the machine has 32 vector registers, which come with vectors of 512 bits, not 16. */
  public static boolean hasManyRegisters() {
    return FloatVector.SPECIES_PREFERRED.vectorBitSize() >= WIDE_BITS;
  }

  /** Returns the vector class. */
  ClassDesc real() {
    return real;
  }

  /** Returns the class of vectors of bit patterns. */
  ClassDesc bits() {
    return bits;
  }

  /** Returns the type of a bit pattern. */
  ClassDesc bitsElement() {
    return bitsElement;
  }

  /** Returns the type of a number's bits on the operand stack. */
  boolean isFloat() {
    return format == NumberFormat.FLOAT32;
  }

  /** Returns the array type. */
  public ClassDesc array() {
    return element.arrayType();
  }

  /** Returns the kind of an element, for locals and array instructions. */
  public TypeKind kind() {
    return TypeKind.from(element);
  }

  /** Pushes the species of real vectors. */
  public void species(CodeBuilder code) {
    code.getstatic(real, PREFERRED, SPECIES);
  }

  /** Pushes the species of bit vectors. */
  void bitsSpecies(CodeBuilder code) {
    code.getstatic(bits, PREFERRED, SPECIES);
  }

  /** Pushes a scalar constant. */
  public void scalar(CodeBuilder code, double value) {
    if (isFloat()) {
      code.loadConstant((float) value);
    } else {
      code.loadConstant(value);
    }
  }

  /** Pushes a vector with a constant in every lane. */
  public void broadcast(CodeBuilder code, double value) {
    species(code);
    scalar(code, value);
    broadcast(code);
  }

  /** Species and scalar on the stack become a vector. */
  public void broadcast(CodeBuilder code) {
    code.invokestatic(real, "broadcast", MethodTypeDesc.of(real, SPECIES, element));
  }

  /** Species, array and position on the stack become a vector. */
  public void load(CodeBuilder code) {
    code.invokestatic(
        real, "fromArray", MethodTypeDesc.of(real, SPECIES, array(), ConstantDescs.CD_int));
  }

  /** Species, array, position, lane offsets and 0 on the stack become a vector. */
  public void gather(CodeBuilder code) {
    code.invokestatic(
        real,
        "fromArray",
        MethodTypeDesc.of(
            real, SPECIES, array(), ConstantDescs.CD_int, INTS, ConstantDescs.CD_int));
  }

  /**
   * A vector on the stack becomes whole numbers as a cast makes them, moved to the nearest from 0
   * to {@code last}, in an array from a position on.
   */
  public void storePositions(CodeBuilder code, int last, int array, int from) {
    code.getstatic(OPERATORS, isFloat() ? "F2I" : "D2I", CONVERSION);
    code.getstatic(INT_VECTOR, "SPECIES_" + Integer.SIZE * lanes(format), SPECIES).iconst_0();
    code.invokevirtual(
        real,
        "convertShape",
        MethodTypeDesc.of(ANY_VECTOR, CONVERSION, SPECIES, ConstantDescs.CD_int));
    code.checkcast(INT_VECTOR);
    MethodTypeDesc withNumber = MethodTypeDesc.of(INT_VECTOR, ConstantDescs.CD_int);
    code.iconst_0().invokevirtual(INT_VECTOR, "max", withNumber);
    code.loadConstant(last).invokevirtual(INT_VECTOR, "min", withNumber);
    code.aload(array).loadConstant(from);
    code.invokevirtual(
        INT_VECTOR,
        "intoArray",
        MethodTypeDesc.of(ConstantDescs.CD_void, INTS, ConstantDescs.CD_int));
  }

  /** Stores a vector: vector, array and position (and a mask) are on the stack. */
  public void store(CodeBuilder code, boolean masked) {
    code.invokevirtual(
        real,
        "intoArray",
        masked
            ? MethodTypeDesc.of(ConstantDescs.CD_void, array(), ConstantDescs.CD_int, MASK)
            : MethodTypeDesc.of(ConstantDescs.CD_void, array(), ConstantDescs.CD_int));
  }

  /** Stores a vector: vector, array, position, lane offsets and 0 are on the stack. */
  public void scatter(CodeBuilder code) {
    code.invokevirtual(
        real,
        "intoArray",
        MethodTypeDesc.of(
            ConstantDescs.CD_void, array(), ConstantDescs.CD_int, INTS, ConstantDescs.CD_int));
  }

  /** Pushes the mask of the lanes that lie below a limit, counted from a position. */
  public void rangeMask(CodeBuilder code, int from, int to) {
    species(code);
    code.iload(from).iload(to);
    code.invokeinterface(
        SPECIES,
        "indexInRange",
        MethodTypeDesc.of(MASK, ConstantDescs.CD_int, ConstantDescs.CD_int));
  }

  /** Two vectors on the stack become one. */
  public void binary(CodeBuilder code, String method) {
    code.invokevirtual(real, method, MethodTypeDesc.of(real, ANY_VECTOR));
  }

  /** Three vectors on the stack become the first times the second plus the third. */
  public void fma(CodeBuilder code) {
    code.invokevirtual(real, "fma", MethodTypeDesc.of(real, ANY_VECTOR, ANY_VECTOR));
  }

  /** Two vectors and a mask on the stack become the first, but the second where the mask is. */
  public void blend(CodeBuilder code) {
    code.invokevirtual(real, "blend", MethodTypeDesc.of(real, ANY_VECTOR, MASK));
  }

  /** Two scalars on the stack become their sum or, by {@link Math#max}, the larger one. */
  public void foldScalars(CodeBuilder code, boolean sum) {
    if (!sum) {
      code.invokestatic(MATH, "max", MethodTypeDesc.of(element, element, element));
    } else if (isFloat()) {
      code.fadd();
    } else {
      code.dadd();
    }
  }

  /** Array and position on the stack become an element. */
  public void element(CodeBuilder code) {
    code.arrayLoad(kind());
  }

  /** Stores an element: array, position and value are on the stack. */
  public void storeElement(CodeBuilder code) {
    code.arrayStore(kind());
  }
}
