/** Work spread over threads, in parts that do not depend on how many there are. */
package org.prairieml.engine.parallel;
