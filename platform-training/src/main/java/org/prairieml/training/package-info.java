/** The supervised trainer: a whole step, optimizer included, is one program. */
package org.prairieml.training;
