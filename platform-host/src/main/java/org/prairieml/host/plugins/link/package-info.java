/**
 * Makes classes of jars: each plug-in in a module layer or a class loader of its own
 * (docs/decisions/0011).
 */
package org.prairieml.host.plugins.link;
