/** Layers over space: convolution, pooling, and changes of shape. */
package org.prairieml.training.layer;
