/** Workloads on DJL's engines, by DJL's own trainer and optimizers. */
package org.prairieml.benchmarks.djl;
