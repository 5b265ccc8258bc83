/** Data sets and where they come from. */
package org.prairieml.api.data;
