/**
 * Finds services: those built in, and those of the jars in the folder {@code plugins}, each in a
 * module layer of its own.
 */
package org.prairieml.host.plugins;
