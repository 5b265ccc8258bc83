/**
 * Operations whose work is to find positions: slices by index, the largest of an axis, and noise.
 */
package org.prairieml.engine.index;
