package org.prairieml.graph;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a program as text for people: placeholders by name, other tensors numbered. */
final class ProgramPrinter {

  private final Program program;
  private final Map<Tensor, String> names = new IdentityHashMap<>();
  private final StringBuilder text = new StringBuilder();

  ProgramPrinter(Program program) {
    this.program = program;
  }

  String print() {
    nameAll();
    line("program '" + program.name() + "'");
    program.inputs().forEach((name, tensor) -> line("  input  " + name + " " + tensor.shape()));
    program.states().forEach((name, tensor) -> line("  state  " + name + " " + tensor.shape()));
    program.order().stream().filter(ProgramPrinter::isComputed).forEach(this::printNode);
    program.updates().forEach((name, next) -> line("  update " + name + " <- " + names.get(next)));
    program.outputs().forEach((name, value) -> line("  output " + name + " = " + names.get(value)));
    return text.toString();
  }

  private void nameAll() {
    int number = 0;
    for (Tensor node : program.order()) {
      names.put(node, isComputed(node) ? "%" + number++ : node.primitive().label());
    }
  }

  /** Placeholders and scalar constants are shown where they are used. */
  private static boolean isComputed(Tensor node) {
    return switch (node.primitive()) {
      case Placeholder _ -> false;
      case Constant constant -> constant.value().size() != 1;
      default -> true;
    };
  }

  private void printNode(Tensor node) {
    String scope = node.scope().isEmpty() ? "" : "   # " + node.scope();
    line("  %s = %s %s%s".formatted(names.get(node), call(node), node.shape(), scope));
  }

  private String call(Tensor node) {
    String operands =
        node.operands().stream().map(names::get).collect(Collectors.joining(", ", "(", ")"));
    return node.primitive().label() + attributes(node.primitive()) + operands;
  }

  private static String attributes(Primitive primitive) {
    return switch (primitive) {
      case MatMul product ->
          (product.transposeFirst() ? ".ta" : "") + (product.transposeSecond() ? ".tb" : "");
      case Convolution convolution -> geometry(convolution.geometry());
      case ConvolutionInputGradient gradient -> geometry(gradient.geometry());
      case ConvolutionKernelGradient gradient -> geometry(gradient.geometry());
      case ReduceSum sum -> list(sum.axes());
      case ReduceMax max -> list(max.axes());
      case ArgMax argMax -> list(List.of(argMax.axis()));
      case Permute permute -> list(permute.axes());
      case Concat concat -> list(List.of(concat.axis()));
      case Gather gather -> list(List.of(gather.axis()));
      case ScatterAdd scatter -> list(List.of(scatter.axis()));
      case Slice slice ->
          "[%s:%s:%s]".formatted(list(slice.start()), list(slice.stop()), list(slice.step()));
      case Pad pad ->
          "[%s, %s, %s]".formatted(list(pad.before()), list(pad.after()), list(pad.interior()));
      default -> "";
    };
  }

  private static String geometry(ConvolutionGeometry geometry) {
    return "[stride %s, pad %s:%s, dilation %s, groups %d]"
        .formatted(
            list(geometry.stride()),
            list(geometry.before()),
            list(geometry.after()),
            list(geometry.dilation()),
            geometry.groups());
  }

  private static String list(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
