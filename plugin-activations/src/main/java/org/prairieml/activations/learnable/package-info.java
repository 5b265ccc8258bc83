/** Activations whose shape is learned with the network. */
package org.prairieml.activations.learnable;
