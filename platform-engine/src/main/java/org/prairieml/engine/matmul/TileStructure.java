package org.prairieml.engine.matmul;

import org.prairieml.engine.lane.NumberFormat;

/**
 * Everything about a register tile that its code depends on.
 *
 * @param format the numbers' format
 * @param rows the height of the tile, in rows of the first operand
 * @param vectors the width of the tile, in vectors of columns of the second operand
 * @param accumulate whether the product is added to what is there
 */
record TileStructure(NumberFormat format, int rows, int vectors, boolean accumulate) {}
