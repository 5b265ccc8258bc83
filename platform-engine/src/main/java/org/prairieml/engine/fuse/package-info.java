/** Which tensors get memory, and which are computed together in one pass. */
package org.prairieml.engine.fuse;
