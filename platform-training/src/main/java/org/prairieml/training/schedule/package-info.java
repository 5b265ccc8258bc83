/** Schedules of the learning rate. */
package org.prairieml.training.schedule;
