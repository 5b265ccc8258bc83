/** Where numbers stand: arrays of either format, and the plan of the arena. */
package org.prairieml.engine.memory;
