/** Tests of the whole: who may use whom, the module descriptors, and the assembled launcher. */
package org.prairieml.distribution;
