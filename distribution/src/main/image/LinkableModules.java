import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModulePackagesAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import javax.lang.model.SourceVersion;

/**
 * Copies jars into modules that {@code jlink} accepts and the class-data archive can hold: a jar
 * without a module descriptor gets one, and classes of versions before Java 6 are written anew.
 *
 * <p>Run by the build: {@code java LinkableModules.java <folder of jars> <folder of copies>}.
 */
public final class LinkableModules {

  /** The archive refuses classes that the old verifier would check: those without stack maps. */
  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

  private final Path folder;
  private final ModuleFinder finder;
  private final ClassFile classFile =
      ClassFile.of(
          ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
          ClassFile.DeadCodeOption.PATCH_DEAD_CODE,
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(this::classBytes)
                  .orElse(ClassHierarchyResolver.defaultResolver())));
  private JarFile current;

  private LinkableModules(Path folder) {
    this.folder = folder;
    this.finder = ModuleFinder.of(folder);
  }

  /** Copies the jars in the first folder into the second. */
  public static void main(String[] arguments) throws IOException {
    Path target = Files.createDirectories(Path.of(arguments[1]));
    LinkableModules modules = new LinkableModules(Path.of(arguments[0]));
    for (ModuleReference module : modules.finder.findAll()) {
      modules.copy(module, target);
    }
  }

  private void copy(ModuleReference module, Path target) throws IOException {
    Path jar = Path.of(module.location().orElseThrow());
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(target.resolve(jar.getFileName()));
        JarOutputStream to = new JarOutputStream(file)) {
      current = from;
      for (JarEntry entry : Collections.list(from.entries())) {
        if (!entry.isDirectory() && !isSignature(entry.getName())) {
          put(to, entry.getName(), content(from, entry));
        }
      }
      if (module.descriptor().isAutomatic()) {
        put(to, "module-info.class", descriptor(module.descriptor(), jar, packages(from)));
      }
    }
  }

  private static boolean isSignature(String name) {
    return name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
  }

  private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }

  private byte[] content(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] content = in.readAllBytes();
      return entry.getName().endsWith(".class") ? withStackMaps(content) : content;
    }
  }

  private byte[] withStackMaps(byte[] content) {
    ClassModel model = classFile.parse(content);
    if (model.majorVersion() >= FIRST_WITH_STACK_MAPS) {
      return content;
    }
    // Stack maps are made where a method's code is written instruction by instruction.
    ClassTransform rewrite =
        ClassTransform.transformingMethodBodies(CodeBuilder::with)
            .andThen(LinkableModules::withNewVersion);
    return classFile.transformClass(model, rewrite);
  }

  private static void withNewVersion(ClassBuilder builder, ClassElement element) {
    if (element instanceof ClassFileVersion) {
      builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
    } else {
      builder.with(element);
    }
  }

  private InputStream classBytes(ClassDesc type) {
    String name = type.descriptorString();
    JarEntry entry = current.getJarEntry(name.substring(1, name.length() - 1) + ".class");
    try {
      return entry == null ? null : current.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Folders of resources count too, if their names could be those of packages. */
  private static List<PackageDesc> packages(JarFile jar) {
    return jar.stream()
        .filter(entry -> !entry.isDirectory())
        .map(JarEntry::getName)
        .filter(name -> name.contains("/"))
        .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
        .filter(SourceVersion::isName)
        .distinct()
        .sorted()
        .map(PackageDesc::of)
        .toList();
  }

  /** What the jar was as an automatic module: open, all exported, with the modules that it uses. */
  private byte[] descriptor(ModuleDescriptor module, Path jar, List<PackageDesc> packages) {
    ModuleAttribute attribute =
        ModuleAttribute.of(
            ModuleDesc.of(module.name()),
            builder -> {
              builder.moduleFlags(AccessFlag.OPEN);
              module.rawVersion().ifPresent(builder::moduleVersion);
              builder.requires(ModuleDesc.of("java.base"), List.of(AccessFlag.MANDATED), null);
              for (String used : modulesUsedBy(jar)) {
                builder.requires(ModuleDesc.of(used), List.of(), null);
              }
              for (String exported : new TreeSet<>(module.packages())) {
                builder.exports(PackageDesc.of(exported), List.of());
              }
              for (ModuleDescriptor.Provides provided : new TreeSet<>(module.provides())) {
                builder.provides(
                    ClassDesc.of(provided.service()),
                    provided.providers().stream().map(ClassDesc::of).toArray(ClassDesc[]::new));
              }
            });
    return classFile.buildModule(
        attribute, builder -> builder.with(ModulePackagesAttribute.ofNames(packages)));
  }

  private Set<String> modulesUsedBy(Path jar) {
    StringWriter out = new StringWriter();
    int failures =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(out),
                new PrintWriter(System.err, true),
                "--multi-release=base",
                "--no-recursive",
                "--ignore-missing-deps",
                "--print-module-deps",
                "--module-path=" + folder,
                jar.toString());
    String last = out.toString().strip().lines().reduce("", (_, line) -> line);
    if (failures != 0) {
      throw new IllegalStateException("jdeps on " + jar + ": " + out);
    }
    Set<String> used = new TreeSet<>(List.of(last.split(",")));
    used.remove("java.base");
    return used;
  }
}
