/** JMH benchmarks of programs that the vector engine has compiled. */
package org.prairieml.benchmarks.kernel;
