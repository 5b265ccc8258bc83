package org.prairieml.engine.lane;

/**
 * Functions that are computed lane by lane in float64 and rounded to the format: correct for every
 * argument, and slow.
 *
 * @param name the name of a static method of {@link ScalarFunctions}, taking and returning doubles
 * @param arity the number of operands, 1 or 2
 */
public record ScalarFunction(String name, int arity) {}
