package org.prairieml.host.task;

import java.util.List;
import java.util.Map;

/**
 * What a run gave.
 *
 * @param succeeded whether the work came to its end
 * @param result the result as plain data, for {@code result.json}; equal runs have equal results
 * @param lines the result for a person
 */
public record RunReport(boolean succeeded, Map<String, Object> result, List<String> lines) {}
