package org.prairieml.host.plugins.link;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.prairieml.host.plugins.check.JarContents;

/** Loads jars that are no modules, as from a class path of their own. */
final class SideLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  SideLoader(String name, List<JarContents> jars) {
    super(name, jars.stream().map(SideLoader::url).toArray(URL[]::new), PlatformLoader.INSTANCE);
  }

  private static URL url(JarContents jar) {
    try {
      return jar.file().toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
