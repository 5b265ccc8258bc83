/** Functions written down as formulas and as code for other frameworks. */
package org.prairieml.activations.export;
