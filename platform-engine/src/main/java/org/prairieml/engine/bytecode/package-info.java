/** Bytecode on vectors: the instructions of a lane program, and the definition of classes. */
package org.prairieml.engine.bytecode;
