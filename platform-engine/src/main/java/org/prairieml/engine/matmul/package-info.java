/** Matrix products: register tiles, panels of packed operands, and the walk over both. */
package org.prairieml.engine.matmul;
