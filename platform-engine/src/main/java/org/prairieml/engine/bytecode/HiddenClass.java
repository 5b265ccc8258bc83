package org.prairieml.engine.bytecode;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.function.Consumer;

/** Defines a class with one method, which implements an interface and is known by no name. */
public final class HiddenClass {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final ClassDesc NAME =
      ClassDesc.of(HiddenClass.class.getPackageName(), "GeneratedKernel");

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
      MethodHandles.Lookup defined = LOOKUP.defineHiddenClass(bytes, true);
      return type.cast(defined.lookupClass().getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException("A generated kernel cannot be defined.", e);
    }
  }

  private static void constructor(CodeBuilder code) {
    code.aload(0)
        .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
        .return_();
  }
}
