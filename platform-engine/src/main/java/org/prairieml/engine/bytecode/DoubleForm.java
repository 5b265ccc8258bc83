package org.prairieml.engine.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Constructor;

/**
 * Derives a class of loops over doubles from one over floats: in its class file every type,
 * instruction and constant of floats becomes that of doubles. So both formats have one source, and
 * the code for floats is what the compiler made of it.
 *
 * <p>The class has no state and a constructor without parameters. Its methods take floats in arrays
 * only, and leave no float twice on the operand stack, as {@code a = b = 0} would.
 */
final class DoubleForm {

  private final int parameters;

  private DoubleForm(MethodModel method) {
    this.parameters = parameterSlots(method);
  }

  /**
   * Returns an instance of the double form of a class.
   *
   * @param lookup has the rights of the package of the class, where the new one is defined
   * @param type what the class implements
   * @throws IllegalArgumentException if the class has a method that cannot be translated
   */
  static <T> T of(MethodHandles.Lookup lookup, Class<T> type, Class<? extends T> single) {
    ClassModel model = ClassFile.of(ClassFile.DebugElementsOption.DROP_DEBUG).parse(read(single));
    byte[] bytes = ClassFile.of().transformClass(model, DoubleForm::translate);
    try {
      Constructor<?> constructor =
          lookup.defineHiddenClass(bytes, true).lookupClass().getDeclaredConstructor();
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException("The double form of " + single + " cannot be defined.", e);
    }
  }

  private static byte[] read(Class<?> type) {
    String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void translate(ClassBuilder builder, ClassElement element) {
    switch (element) {
      case MethodModel method -> {
        DoubleForm form = new DoubleForm(method);
        builder.withMethod(
            method.methodName().stringValue(),
            translated(method.methodTypeSymbol()),
            method.flags().flagsMask(),
            body -> method.code().ifPresent(code -> body.transformCode(code, form::translate)));
      }
      // A hidden class is a nest of its own and has no outer class.
      case NestHostAttribute _, InnerClassesAttribute _ -> {}
      default -> builder.with(element);
    }
  }

  private void translate(CodeBuilder code, CodeElement element) {
    switch (element) {
      case LoadInstruction load -> code.loadLocal(translated(load.typeKind()), place(load.slot()));
      case StoreInstruction store ->
          code.storeLocal(translated(store.typeKind()), place(store.slot()));
      case IncrementInstruction increment ->
          code.iinc(place(increment.slot()), increment.constant());
      case ArrayLoadInstruction load -> code.arrayLoad(translated(load.typeKind()));
      case ArrayStoreInstruction store -> code.arrayStore(translated(store.typeKind()));
      case NewPrimitiveArrayInstruction array -> code.newarray(translated(array.typeKind()));
      case ConstantInstruction constant when constant.constantValue() instanceof Float value ->
          code.loadConstant((double) value);
      case OperatorInstruction operator ->
          code.with(OperatorInstruction.of(translated(operator.opcode())));
      case ConvertInstruction conversion ->
          code.conversion(translated(conversion.fromType()), translated(conversion.toType()));
      case TypeCheckInstruction check ->
          code.with(TypeCheckInstruction.of(check.opcode(), translated(check.type().asSymbol())));
      case InvokeInstruction call ->
          code.invoke(
              call.opcode(),
              call.owner().asSymbol(),
              call.name().stringValue(),
              translated(call.typeSymbol()),
              call.isInterface());
      case ReturnInstruction end -> code.return_(translated(end.typeKind()));
      case StackInstruction stack when stack.opcode() != Opcode.DUP2 ->
          throw new IllegalArgumentException(
              stack.opcode() + " may have floats as operands, which a double form cannot tell.");
      default -> code.with(element);
    }
  }

  private static Opcode translated(Opcode opcode) {
    String name = opcode.name();
    return name.startsWith("F") ? Opcode.valueOf("D" + name.substring(1)) : opcode;
  }

  private static TypeKind translated(TypeKind kind) {
    return kind == TypeKind.FLOAT ? TypeKind.DOUBLE : kind;
  }

  private static ClassDesc translated(ClassDesc type) {
    if (type.isArray()) {
      return translated(type.componentType()).arrayType();
    }
    return type.equals(ConstantDescs.CD_float) ? ConstantDescs.CD_double : type;
  }

  private static MethodTypeDesc translated(MethodTypeDesc signature) {
    return MethodTypeDesc.of(
        translated(signature.returnType()),
        signature.parameterList().stream().map(DoubleForm::translated).toList());
  }

  /** Returns the number of slots of a method's parameters, none of which may be a float itself. */
  private static int parameterSlots(MethodModel method) {
    MethodTypeDesc signature = method.methodTypeSymbol();
    int slots = method.flags().has(AccessFlag.STATIC) ? 0 : 1;
    for (ClassDesc parameter : signature.parameterList()) {
      if (parameter.equals(ConstantDescs.CD_float)) {
        throw new IllegalArgumentException(method.methodName() + " has a float as a parameter.");
      }
      slots += TypeKind.from(parameter).slotSize();
    }
    return slots;
  }

  /** Returns the place of a local variable: behind the parameters each gets two slots. */
  private int place(int slot) {
    return slot + Math.max(0, slot - parameters);
  }
}
