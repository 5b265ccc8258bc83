/** How a fused loop walks its space: which axes, in which order, and where in memory. */
package org.prairieml.engine.nest;
