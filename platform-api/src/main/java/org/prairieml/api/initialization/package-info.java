/** Initializers: start values for a network's parameters. */
package org.prairieml.api.initialization;
