/** What can be said of an activation function: values, moments, slopes, cost, pictures. */
package org.prairieml.host.activation;
