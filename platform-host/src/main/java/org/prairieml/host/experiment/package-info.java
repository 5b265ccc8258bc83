/** Experiments: the keys of their files, how they are read, changed, checked and written back. */
package org.prairieml.host.experiment;
