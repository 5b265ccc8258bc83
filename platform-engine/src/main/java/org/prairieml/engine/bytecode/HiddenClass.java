package org.prairieml.engine.bytecode;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.function.Consumer;

/** Defines a class with one method, which implements an interface and is known by no name. */
public final class HiddenClass {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final ClassDesc NAME =
      ClassDesc.of(HiddenClass.class.getPackageName(), "GeneratedKernel");

  private static final DirectMethodHandleDesc CONSTANT =
      ConstantDescs.ofConstantBootstrap(
          ClassDesc.ofDescriptor(MethodHandles.class.descriptorString()),
          "classDataAt",
          ConstantDescs.CD_Object,
          ConstantDescs.CD_int);

  private HiddenClass() {}

  /**
   * Returns an instance of a new class.
   *
   * @param type the interface
   * @param method its method's name
   * @param signature its method's signature
   * @param body what the method does
   * @throws IllegalStateException if the code does not verify
   */
  public static <T> T define(
      Class<T> type, String method, MethodTypeDesc signature, Consumer<CodeBuilder> body) {
    return define(type, method, signature, List.of(), body);
  }

  /**
   * Returns an instance of a new class that knows constants which no class file can hold.
   *
   * @param constants what {@link #constant} pushes; the compiler takes them as known
   */
  public static <T> T define(
      Class<T> type,
      String method,
      MethodTypeDesc signature,
      List<?> constants,
      Consumer<CodeBuilder> body) {
    byte[] bytes =
        ClassFile.of()
            .build(
                NAME,
                builder -> {
                  builder.withFlags(AccessFlag.FINAL, AccessFlag.SUPER);
                  builder.withInterfaceSymbols(ClassDesc.ofDescriptor(type.descriptorString()));
                  builder.withMethodBody(
                      ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, HiddenClass::constructor);
                  builder.withMethodBody(method, signature, ClassFile.ACC_PUBLIC, body);
                });
    try {
      MethodHandles.Lookup defined =
          LOOKUP.defineHiddenClassWithClassData(bytes, List.copyOf(constants), true);
      return type.cast(defined.lookupClass().getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException("A generated kernel cannot be defined.", e);
    }
  }

  /** Pushes one of the constants that the class was defined with. */
  static void constant(CodeBuilder code, int index, ClassDesc type) {
    code.loadConstant(
        DynamicConstantDesc.ofNamed(CONSTANT, ConstantDescs.DEFAULT_NAME, type, index));
  }

  private static void constructor(CodeBuilder code) {
    code.aload(0)
        .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
        .return_();
  }
}
