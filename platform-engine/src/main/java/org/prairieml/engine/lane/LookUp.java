package org.prairieml.engine.lane;

/**
 * A table in which a loop looks up elements.
 *
 * @param load the position of the load that says where the table stands; it moves along no axis
 * @param size the number of elements, at least 1
 */
public record LookUp(int load, int size) {}
