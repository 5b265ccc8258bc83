/**
 * What makes a network Hamiltonian: layers that turn energies into a law of motion, the loss of the
 * papers, and the start values of the published code.
 *
 * <p>S. Greydanus, M. Dzamba, J. Yosinski: Hamiltonian neural networks. NeurIPS 2019.
 */
package org.prairieml.hnn.layer;
