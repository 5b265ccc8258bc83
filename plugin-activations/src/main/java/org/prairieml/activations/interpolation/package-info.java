/** Curves through values at equally spaced points. */
package org.prairieml.activations.interpolation;
