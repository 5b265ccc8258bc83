/**
 * Straight-line programs on one vector of lanes: what an elementwise primitive means, spelled in
 * basic IEEE operations.
 */
package org.prairieml.engine.lane;
