/** Engines: what runs a program. */
package org.prairieml.api.engine;
