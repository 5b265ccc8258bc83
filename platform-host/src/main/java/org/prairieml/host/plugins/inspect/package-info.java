/** Finds out what the folder of plug-ins holds, without running any of it. */
package org.prairieml.host.plugins.inspect;
