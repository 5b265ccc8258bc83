/** Data sets as commands show and export them. */
package org.prairieml.host.data;
