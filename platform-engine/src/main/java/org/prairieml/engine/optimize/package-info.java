/** Rewrites of programs that keep their meaning and save work; each is a pass of its own. */
package org.prairieml.engine.optimize;
