/** Writing files so that nothing is lost. */
package org.prairieml.api.file;
