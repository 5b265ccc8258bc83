/** Strided views of row-major memory. */
package org.prairieml.engine.view;
