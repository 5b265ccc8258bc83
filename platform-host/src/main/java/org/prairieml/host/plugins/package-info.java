/**
 * Finds services: those built in, and those of what lies in the folder {@code plugins}, each with a
 * module layer or a class loader of its own.
 */
package org.prairieml.host.plugins;
