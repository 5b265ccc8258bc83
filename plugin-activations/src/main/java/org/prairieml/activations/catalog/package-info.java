/** The catalogue of activation functions. */
package org.prairieml.activations.catalog;
