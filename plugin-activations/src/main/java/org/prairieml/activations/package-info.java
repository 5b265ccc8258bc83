/** Activations: a catalog of published ones, and those that a network learns for itself. */
package org.prairieml.activations;
