/** Laws of motion: what generates trajectories, and what a learned law is judged by. */
package org.prairieml.api.dynamics;
