/** What a run does. */
package org.prairieml.host.task;
