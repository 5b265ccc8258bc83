/** Versions and ranges of versions. */
package org.prairieml.host.plugins.version;
