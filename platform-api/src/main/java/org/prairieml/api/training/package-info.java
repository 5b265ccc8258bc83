/** Training: losses, optimizers, schedules, and trainers that put them together. */
package org.prairieml.api.training;
