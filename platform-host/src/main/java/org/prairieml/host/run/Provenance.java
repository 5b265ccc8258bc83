package org.prairieml.host.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.host.plugins.PluginInfo;

/**
 * What made a run, and when: all that may differ between runs with equal results.
 *
 * @param started when it began
 * @param ended when it ended
 * @param commandLine the arguments as they were given
 * @param plugins what the services that it used are part of, Prairie itself first
 * @param engine the name of the engine
 * @param threads how many threads it was given; 0 is one per processor
 * @param machine where it ran
 */
public record Provenance(
    Instant started,
    Instant ended,
    List<String> commandLine,
    List<PluginInfo> plugins,
    String engine,
    int threads,
    Machine machine) {

  /**
   * Where a run runs.
   *
   * @param java the version of Java and its maker
   * @param system the operating system and its version
   * @param architecture the processor's architecture
   * @param processors how many processors Java sees
   */
  public record Machine(String java, String system, String architecture, int processors) {

    /** Returns this machine. */
    public static Machine present() {
      return new Machine(
          System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"),
          System.getProperty("os.name") + " " + System.getProperty("os.version"),
          System.getProperty("os.arch"),
          Runtime.getRuntime().availableProcessors());
    }
  }

  /** Returns everything as plain data for {@code provenance.json}. */
  public Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("started", started.toString());
    plain.put("ended", ended.toString());
    plain.put("command_line", commandLine);
    plain.put("prairie", PluginInfo.BUILT_IN.version());
    plain.put("plugins", plugins.stream().map(PluginInfo::toPlain).toList());
    plain.put("engine", engine);
    plain.put("threads", threads);
    plain.put("processors", machine.processors());
    plain.put("java", machine.java());
    plain.put("system", machine.system());
    plain.put("architecture", machine.architecture());
    return plain;
  }
}
