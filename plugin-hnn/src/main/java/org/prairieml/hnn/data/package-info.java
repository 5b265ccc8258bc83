/** Data sets of states and their rates of change along trajectories. */
package org.prairieml.hnn.data;
