package org.prairieml.engine.matmul;

import org.prairieml.engine.lane.NumberFormat;

/**
 * Everything about a register tile that its code depends on.
 *
 * @param format the numbers' format
 * @param rows the height of the tile, in rows of the first operand
 * @param vectors the width of the tile, in vectors of columns of the second operand
 * @param masked whether the last vector has fewer columns than lanes
 * @param accumulate whether the product is added to what is there
 * @param adjacentRows whether the first operand's rows are next to each other in memory
 * @param firstStep the distance of the first operand's neighbors along the inner dimension, 0 if
 *     given at run time
 * @param secondStep the same of the second operand
 */
record TileStructure(
    NumberFormat format,
    int rows,
    int vectors,
    boolean masked,
    boolean accumulate,
    boolean adjacentRows,
    int firstStep,
    int secondStep) {}
