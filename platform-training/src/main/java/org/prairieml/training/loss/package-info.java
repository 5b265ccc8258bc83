/** Losses. */
package org.prairieml.training.loss;
