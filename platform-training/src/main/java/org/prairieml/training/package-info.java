/** The supervised trainer: a whole step, optimiser included, is one program. */
package org.prairieml.training;
