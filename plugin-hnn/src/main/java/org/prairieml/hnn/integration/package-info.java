/** Integrators of laws of motion: fixed steps as graph, and one of high order for the truth. */
package org.prairieml.hnn.integration;
