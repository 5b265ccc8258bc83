/** Measures engines on standard workloads: what stands behind {@code prairie engines bench}. */
package org.prairieml.host.bench;
