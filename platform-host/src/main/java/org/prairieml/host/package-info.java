/** The command line and what stands behind it. */
package org.prairieml.host;
