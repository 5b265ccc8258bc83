/** Formulas of several named quantities, as a person writes them in an experiment's file. */
package org.prairieml.hnn.formula;
