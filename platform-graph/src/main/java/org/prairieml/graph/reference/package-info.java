/** The judge: any program in plain float64 loops, slow and readable. */
package org.prairieml.graph.reference;
