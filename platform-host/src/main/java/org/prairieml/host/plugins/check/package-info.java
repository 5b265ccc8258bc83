/** Reads foreign jars with suspicion, before anything in them is run. */
package org.prairieml.host.plugins.check;
