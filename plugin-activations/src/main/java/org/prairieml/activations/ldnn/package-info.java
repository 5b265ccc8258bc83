/**
 * Learned-diversity neural networks: neurons whose activations are sub-networks, meta-learned.
 *
 * <p>A. Choudhary, A. Radhakrishnan, J. F. Lindner, S. Sinha, W. L. Ditto: Neuronal diversity can
 * improve machine learning for physics and beyond. Scientific Reports 13, 13962 (2023).
 */
package org.prairieml.activations.ldnn;
