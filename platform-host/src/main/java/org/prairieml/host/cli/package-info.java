/**
 * The command line: a class per command, which holds the options and hands the work on.
 *
 * <p>Results go to standard output, everything else to standard error; with {@code --json},
 * standard output is one JSON document.
 */
package org.prairieml.host.cli;
