/**
 * What a running trainer, searcher or analyzer is given: streams of chance, progress, an engine.
 */
package org.prairieml.api.run;
