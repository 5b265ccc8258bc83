/** LIGHT, logistic growth with harvesting (Kulikovskikh and Legović 2021), and its loss. */
package org.prairieml.activations.light;
