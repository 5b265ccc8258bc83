/** Which jars may be used where only trusted ones may: by their SHA-256, or by their signature. */
package org.prairieml.host.plugins.trust;
