/** Installs, removes and verifies plug-ins, without running anything of them. */
package org.prairieml.host.plugins.store;
