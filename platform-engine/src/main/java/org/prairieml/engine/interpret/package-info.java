/** Fused loops instruction by instruction, on blocks that stay in L1: right at once. */
package org.prairieml.engine.interpret;
