/**
 * What NumPy and SciPy compute and write, computed and written alike: the legacy random generator,
 * the file formats {@code npy} and {@code npz}, and the few numeric functions behind published data
 * sets.
 *
 * <p>Names are NumPy's where a reader would look for them ({@code randn}, {@code permutation}).
 */
package org.prairieml.training.numpy;
