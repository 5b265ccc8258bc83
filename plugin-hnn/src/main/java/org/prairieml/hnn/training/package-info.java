/** Learns laws of motion from states and their rates of change, and judges them by their orbits. */
package org.prairieml.hnn.training;
