package org.prairieml.distribution;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.constantpool.ConstantPoolBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The API as another version of it would be.
 *
 * @param jar the file that is changed
 */
record ApiEdit(Path jar) {

  private static final ClassFile CLASS_FILE = ClassFile.of();
  private static final MethodTypeDesc TEXT = MethodTypeDesc.of(ConstantDescs.CD_String);

  /** Copies the API that the build has made. */
  static ApiEdit copy(Path jar) throws IOException {
    Path built =
        Launched.HOME.resolve(
            "lib/platform-api-%s.jar".formatted(System.getProperty("prairie.version")));
    return new ApiEdit(Files.copy(built, jar));
  }

  /** Gives the module another version. */
  ApiEdit version(String version) throws IOException {
    return change(
        "module-info",
        (builder, element) ->
            builder.with(
                element instanceof ModuleAttribute module ? numbered(module, version) : element));
  }

  private static ModuleAttribute numbered(ModuleAttribute module, String version) {
    return ModuleAttribute.of(
        module.moduleName(),
        module.moduleFlagsMask(),
        ConstantPoolBuilder.of().utf8Entry(version),
        module.requires(),
        module.exports(),
        module.opens(),
        module.uses(),
        module.provides());
  }

  /** Adds a method that interfaces may add within a major version. */
  ApiEdit addDefaultMethod(String type, String name) throws IOException {
    return change(
        type,
        ClassTransform.endHandler(builder ->
            builder.withMethodBody(
                name, TEXT, ClassFile.ACC_PUBLIC, code -> code.aconst_null().areturn())));
  }

  /** Adds a method that they may not add. */
  ApiEdit addAbstractMethod(String type, String name) throws IOException {
    return change(
        type,
        ClassTransform.endHandler(builder ->
            builder.withMethod(
                name, TEXT, ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT, method -> {})));
  }

  /** Removes a method. */
  ApiEdit removeMethod(String type, String name) throws IOException {
    return change(
        type,
        ClassTransform.dropping(element ->
            element instanceof MethodModel method && method.methodName().equalsString(name)));
  }

  /** Adds an interface. */
  ApiEdit addInterface(String type) throws IOException {
    byte[] added =
        CLASS_FILE.build(
            ClassDesc.of(type.replace('/', '.')),
            builder ->
                builder.withFlags(
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_INTERFACE | ClassFile.ACC_ABSTRACT));
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Files.write(zip.getPath(type + ".class"), added);
    }
    return this;
  }

  private ApiEdit change(String type, ClassTransform transform) throws IOException {
    UnaryOperator<byte[]> changed =
        bytes -> CLASS_FILE.transformClass(CLASS_FILE.parse(bytes), transform);
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Path entry = zip.getPath(type + ".class");
      Files.write(entry, changed.apply(Files.readAllBytes(entry)));
    }
    return this;
  }
}
