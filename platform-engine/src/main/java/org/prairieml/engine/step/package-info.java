/** What an executable does, one step after another. */
package org.prairieml.engine.step;
