/** Optimizers, with the conventions of {@code torch.optim}. */
package org.prairieml.training.optimizer;
