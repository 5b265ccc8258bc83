/** Runs: their folder, the files in it, and the progress that a person sees meanwhile. */
package org.prairieml.host.run;
