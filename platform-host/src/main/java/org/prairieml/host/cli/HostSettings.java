package org.prairieml.host.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The surroundings of a command.
 *
 * @param home the launch folder, with the folders {@code plugins} and {@code experiments}
 * @param workingFolder where the folder {@code runs} is
 * @param clock the time, and the zone in which folders are named by it
 * @param commandLine the arguments as they were given
 */
public record HostSettings(Path home, Path workingFolder, Clock clock, List<String> commandLine) {}
