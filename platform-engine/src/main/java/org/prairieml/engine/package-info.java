/** The vector engine as a service. */
package org.prairieml.engine;
