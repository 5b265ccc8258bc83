/** Searchers: how activation functions are found. */
package org.prairieml.api.search;
