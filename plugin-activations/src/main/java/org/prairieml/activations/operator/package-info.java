/** The operators that functions are composed of: what each computes, and what is known of it. */
package org.prairieml.activations.operator;
