package org.prairieml.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A symbolic array of real numbers with a static shape: a primitive applied to other tensors.
 *
 * <p>Tensors are immutable and have no values; a {@link Program} made of them is run by an engine.
 * Elementwise operations of two tensors broadcast by NumPy's rule. Equality is identity. Methods
 * throw {@link GraphException} if shapes do not fit, with the operation, the shapes and the scope.
 */
public final class Tensor {

  private final Primitive primitive;
  private final List<Tensor> operands;
  private final Shape shape;
  private final String scope;

  private Tensor(Primitive primitive, List<Tensor> operands, Shape shape) {
    this.primitive = primitive;
    this.operands = operands;
    this.shape = shape;
    this.scope = GraphScope.current();
  }

  /**
   * Returns a primitive applied to operands.
   *
   * @throws GraphException if the operands' shapes do not fit the primitive
   */
  public static Tensor apply(Primitive primitive, Tensor... operands) {
    List<Tensor> list = List.of(operands);
    try {
      return new Tensor(
          primitive, list, primitive.shape(list.stream().map(Tensor::shape).toList()));
    } catch (GraphException problem) {
      throw misfit(primitive.label(), problem);
    }
  }

  /** Returns the error with the operation and the scope named. */
  static GraphException misfit(String operation, GraphException problem) {
    return new GraphException(
        "Op '%s'%s: %s."
            .formatted(operation, where(), problem.getMessage().replaceAll("\\.$", "")));
  }

  private static String where() {
    return GraphScope.current().isEmpty() ? "" : " in '" + GraphScope.current() + "'";
  }

  /** Returns a constant scalar. */
  public static Tensor of(double value) {
    return of(NdArray.scalar(value));
  }

  /** Returns a constant. */
  public static Tensor of(NdArray value) {
    return apply(new Constant(value));
  }

  /** Returns a constant of a shape with every element equal. */
  public static Tensor filled(Shape shape, double value) {
    return of(value).broadcast(shape);
  }

  /** Returns the constant vector 0, 1, ..., n - 1. */
  public static Tensor iota(int n) {
    return of(NdArray.vector(IntStream.range(0, n).asDoubleStream().toArray()));
  }

  /** Returns uniform random numbers in [0, 1); see {@link UniformRandom}. */
  public static Tensor uniform(long stream, Tensor counter, Shape shape) {
    return apply(new UniformRandom(stream, shape), counter);
  }

  /** Returns the tensors one after another along an axis. */
  public static Tensor concat(int axis, List<Tensor> parts) {
    if (parts.isEmpty()) {
      throw misfit("concat", new GraphException("there is nothing to join"));
    }
    return apply(new Concat(parts.getFirst().axis("concat", axis)), parts.toArray(Tensor[]::new));
  }

  /** Returns the primitive that makes this tensor. */
  public Primitive primitive() {
    return primitive;
  }

  /** Returns what the primitive is applied to. */
  public List<Tensor> operands() {
    return operands;
  }

  /** Returns one operand, counted from 0. */
  public Tensor operand(int index) {
    return operands.get(index);
  }

  /** Returns the shape. */
  public Shape shape() {
    return shape;
  }

  /** Returns the scope in which this tensor was built, empty outside of any. */
  public String scope() {
    return scope;
  }

  // Elementwise, one operand.

  /** Returns -x. */
  public Tensor neg() {
    return apply(Unary.NEG, this);
  }

  /** Returns |x|. */
  public Tensor abs() {
    return apply(Unary.ABS, this);
  }

  /** Returns -1, 0 or 1. */
  public Tensor sign() {
    return apply(Unary.SIGN, this);
  }

  /** Returns the largest whole number that is not above x. */
  public Tensor floor() {
    return apply(Unary.FLOOR, this);
  }

  /** Returns 1 / x. */
  public Tensor reciprocal() {
    return apply(Unary.RECIPROCAL, this);
  }

  /** Returns the square root; its derivative at 0 is taken as 0. */
  public Tensor sqrt() {
    return apply(Unary.SQRT, this);
  }

  /** Returns x * x. */
  public Tensor square() {
    return apply(Unary.SQUARE, this);
  }

  /** Returns e^x. */
  public Tensor exp() {
    return apply(Unary.EXP, this);
  }

  /** Returns e^(-x^2). */
  public Tensor gaussian() {
    return apply(Unary.GAUSSIAN, this);
  }

  /** Returns e^x - 1, accurate near 0. */
  public Tensor expm1() {
    return apply(Unary.EXPM1, this);
  }

  /** Returns the natural logarithm. */
  public Tensor log() {
    return apply(Unary.LOG, this);
  }

  /** Returns log(1 + x), accurate near 0. */
  public Tensor log1p() {
    return apply(Unary.LOG1P, this);
  }

  /** Returns the sine of radians. */
  public Tensor sin() {
    return apply(Unary.SIN, this);
  }

  /** Returns the cosine of radians. */
  public Tensor cos() {
    return apply(Unary.COS, this);
  }

  /** Returns the tangent of radians. */
  public Tensor tan() {
    return apply(Unary.TAN, this);
  }

  /** Returns the hyperbolic tangent. */
  public Tensor tanh() {
    return apply(Unary.TANH, this);
  }

  /** Returns the hyperbolic sine. */
  public Tensor sinh() {
    return apply(Unary.SINH, this);
  }

  /** Returns the hyperbolic cosine. */
  public Tensor cosh() {
    return apply(Unary.COSH, this);
  }

  /** Returns the inverse hyperbolic sine. */
  public Tensor asinh() {
    return apply(Unary.ASINH, this);
  }

  /** Returns the inverse tangent in radians. */
  public Tensor atan() {
    return apply(Unary.ATAN, this);
  }

  /** Returns 1 / (1 + e^-x). */
  public Tensor sigmoid() {
    return apply(Unary.SIGMOID, this);
  }

  /** Returns log(1 + e^x), without overflow. */
  public Tensor softplus() {
    return apply(Unary.SOFTPLUS, this);
  }

  /** Returns the error function. */
  public Tensor erf() {
    return apply(Unary.ERF, this);
  }

  /** Returns 1 - erf(x), accurate where it is small. */
  public Tensor erfc() {
    return apply(Unary.ERFC, this);
  }

  /** Returns e^-|x| I_n(x), the scaled modified Bessel function of an order. */
  public Tensor scaledBessel(int order) {
    return apply(new ScaledBessel(order), this);
  }

  /** Returns this tensor, through which no gradient flows. */
  public Tensor stopGradient() {
    return apply(new StopGradient(), this);
  }

  // Elementwise, two operands, broadcasting.

  /** Returns x + other. */
  public Tensor add(Tensor other) {
    return binary(Binary.ADD, this, other);
  }

  /** Returns x + other. */
  public Tensor add(double other) {
    return add(of(other));
  }

  /** Returns x - other. */
  public Tensor sub(Tensor other) {
    return binary(Binary.SUB, this, other);
  }

  /** Returns x - other. */
  public Tensor sub(double other) {
    return sub(of(other));
  }

  /** Returns other - x. */
  public Tensor rsub(double other) {
    return of(other).sub(this);
  }

  /** Returns x * other. */
  public Tensor mul(Tensor other) {
    return binary(Binary.MUL, this, other);
  }

  /** Returns x * other. */
  public Tensor mul(double other) {
    return mul(of(other));
  }

  /** Returns x / other by IEEE 754. */
  public Tensor div(Tensor other) {
    return binary(Binary.DIV, this, other);
  }

  /** Returns x / other by IEEE 754. */
  public Tensor div(double other) {
    return div(of(other));
  }

  /** Returns x / other, and 0 wherever other is 0. */
  public Tensor divNoNan(Tensor other) {
    return binary(Binary.DIV_NO_NAN, this, other);
  }

  /** Returns x to the power other by IEEE 754. */
  public Tensor pow(Tensor other) {
    return binary(Binary.POW, this, other);
  }

  /** Returns the larger; NaN if either is. */
  public Tensor max(Tensor other) {
    return binary(Binary.MAX, this, other);
  }

  /** Returns the smaller; NaN if either is. */
  public Tensor min(Tensor other) {
    return binary(Binary.MIN, this, other);
  }

  /** Returns 1 where x is less than other, else 0. */
  public Tensor less(Tensor other) {
    return binary(Binary.LESS, this, other);
  }

  /** Returns 1 where x is at most other, else 0. */
  public Tensor lessOrEqual(Tensor other) {
    return binary(Binary.LESS_OR_EQUAL, this, other);
  }

  /** Returns 1 where x is at least other, else 0. */
  public Tensor greaterOrEqual(Tensor other) {
    return other.lessOrEqual(this);
  }

  /** Returns 1 where x equals other, else 0; NaN equals nothing. */
  public Tensor equalTo(Tensor other) {
    return binary(Binary.EQUAL, this, other);
  }

  /** Returns {@code then} where this is not 0, else {@code otherwise}. */
  public Tensor select(Tensor then, Tensor otherwise) {
    Shape common = Broadcasting.common(Broadcasting.common(shape, then.shape), otherwise.shape);
    return apply(
        new Select(), broadcast(common), then.broadcast(common), otherwise.broadcast(common));
  }

  /** Returns {@code then} where this is not 0, else {@code otherwise}. */
  public Tensor select(Tensor then, double otherwise) {
    return select(then, of(otherwise));
  }

  /** Returns {@code then} where this is not 0, else {@code otherwise}. */
  public Tensor select(double then, Tensor otherwise) {
    return select(of(then), otherwise);
  }

  private static Tensor binary(Binary operation, Tensor a, Tensor b) {
    if (a.shape.equals(b.shape)) {
      return apply(operation, a, b);
    }
    Shape common = Broadcasting.common(operation.label(), a.shape, b.shape);
    return apply(operation, a.broadcast(common), b.broadcast(common));
  }

  // Structure.

  /** Returns this tensor repeated to a larger shape by NumPy's rule. */
  public Tensor broadcast(Shape target) {
    return shape.equals(target) ? this : apply(new Broadcast(target), this);
  }

  /** Returns the same elements under another shape of the same size. */
  public Tensor reshape(Shape target) {
    return shape.equals(target) ? this : apply(new Reshape(target), this);
  }

  /** Returns the axes in another order: axis i of the result is axis {@code axes[i]} of this. */
  public Tensor permute(int... axes) {
    return apply(new Permute(Arrays.stream(axes).boxed().toList()), this);
  }

  /** Returns this matrix, or batch of matrices, with the last two axes swapped. */
  public Tensor transpose() {
    int[] axes = IntStream.range(0, shape.rank()).toArray();
    int last = axis("transpose", -1);
    int before = axis("transpose", -2);
    axes[last] = before;
    axes[before] = last;
    return permute(axes);
  }

  /** Returns the elements {@code from} (inclusive) to {@code to} (exclusive) of an axis. */
  public Tensor slice(int axis, int from, int to) {
    return slice(axis, from, to, 1);
  }

  /** Returns every {@code step}-th element of an axis from {@code from} to before {@code to}. */
  public Tensor slice(int axis, int from, int to, int step) {
    int at = axis("slice", axis);
    return apply(
        new Slice(
            perAxis(0, at, from),
            IntStream.range(0, shape.rank())
                .map(i -> i == at ? to : shape.dimension(i))
                .boxed()
                .toList(),
            perAxis(1, at, step)),
        this);
  }

  /** Returns this tensor with zeros before and after the elements of an axis. */
  public Tensor pad(int axis, int before, int after) {
    int at = axis("pad", axis);
    return apply(new Pad(perAxis(0, at, before), perAxis(0, at, after), perAxis(0, at, 0)), this);
  }

  private List<Integer> perAxis(int usual, int axis, int value) {
    return IntStream.range(0, shape.rank()).map(i -> i == axis ? value : usual).boxed().toList();
  }

  /** Returns the slices at {@code indices} of an axis; see {@link Gather}. */
  public Tensor gather(int axis, Tensor indices) {
    return apply(new Gather(axis("gather", axis)), this, indices);
  }

  /**
   * Returns the sums of slices by index along an axis of the given size; see {@link ScatterAdd}.
   */
  public Tensor scatterAdd(int axis, Tensor indices, int size) {
    return apply(new ScatterAdd(axis, size), this, indices);
  }

  // Reductions and contractions.

  /** Returns the sum over the given axes, which disappear; negative axes count from the end. */
  public Tensor sum(int... axes) {
    return axes.length == 0 ? this : apply(new ReduceSum(positive("sum", axes)), this);
  }

  /** Returns the sum of all elements, a scalar. */
  public Tensor sumAll() {
    return sum(allAxes());
  }

  /** Returns the maximum over the given axes, which disappear; negative axes count from the end. */
  public Tensor max(int... axes) {
    return axes.length == 0 ? this : apply(new ReduceMax(positive("max", axes)), this);
  }

  /** Returns the index of the largest element along an axis, which disappears. */
  public Tensor argMax(int axis) {
    return apply(new ArgMax(axis("argmax", axis)), this);
  }

  /** Returns the matrix product over the last two axes; leading axes broadcast. */
  public Tensor matmul(Tensor other) {
    return matmul(other, false, false);
  }

  /** Returns the matrix product of operands whose last two axes may be swapped before. */
  public Tensor matmul(Tensor other, boolean transposeThis, boolean transposeOther) {
    MatMul product = new MatMul(transposeThis, transposeOther);
    if (shape.rank() < 2 || other.shape.rank() < 2) {
      return apply(product, this, other);
    }
    Shape batch = Broadcasting.common("matmul", batch(), other.batch());
    return apply(
        product, broadcast(batch.concat(matrix())), other.broadcast(batch.concat(other.matrix())));
  }

  /**
   * Returns this input [batch, spatial..., channels] convolved with a kernel [spatial..., channels
   * / groups, outChannels]; see {@link Convolution}.
   */
  public Tensor convolve(Tensor kernel, ConvolutionGeometry geometry) {
    return apply(new Convolution(geometry), this, kernel);
  }

  /**
   * Returns the transposed convolution, from the shape of a convolution's result to that of its
   * input; see {@link ConvolutionInputGradient}.
   *
   * @param target the shape of the result, which the convolution would bring to that of this
   */
  public Tensor convolveTransposed(Tensor kernel, ConvolutionGeometry geometry, Shape target) {
    return apply(new ConvolutionInputGradient(geometry, target), this, kernel);
  }

  private Shape batch() {
    return Shape.of(Arrays.copyOf(shape.dimensions(), shape.rank() - 2));
  }

  private Shape matrix() {
    return Shape.of(shape.dimension(-2), shape.dimension(-1));
  }

  private List<Integer> positive(String operation, int[] axes) {
    return Arrays.stream(axes).map(axis -> axis(operation, axis)).boxed().toList();
  }

  private int axis(String operation, int axis) {
    try {
      return shape.axis(axis);
    } catch (GraphException missing) {
      throw misfit(operation, missing);
    }
  }

  int[] allAxes() {
    return IntStream.range(0, shape.rank()).toArray();
  }

  /** Returns the primitive's name and the shape. */
  @Override
  public String toString() {
    return primitive.label() + shape;
  }
}
