/** The catalog of activation functions. */
package org.prairieml.activations.catalog;
