package org.prairieml.engine.lane;

import java.util.List;

/**
 * One instruction.
 *
 * @param op what it does
 * @param operands values made by earlier instructions
 * @param payload a constant's value, an input's position, a shift's distance, a scalar function, a
 *     table; else null
 */
public record LaneInstruction(LaneOp op, List<Lane> operands, Object payload) {}
