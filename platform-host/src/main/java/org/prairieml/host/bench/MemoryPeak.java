package org.prairieml.host.bench;

import java.util.OptionalLong;

/**
 * How much memory was in use.
 *
 * @param heapMegabytes the most that objects on the Java heap took, garbage included
 * @param residentMegabytes the most that the process has had in memory since it started, off the
 *     heap too, where the system tells
 */
public record MemoryPeak(long heapMegabytes, OptionalLong residentMegabytes) {}
