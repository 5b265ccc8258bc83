package org.prairieml.api.engine;

/**
 * How a program is to be compiled.
 *
 * @param precision the number format
 * @param threads how many threads a run may use, at least 1; results do not depend on it
 */
public record CompileSettings(Precision precision, int threads) {}
