/**
 * Services, their options, and errors: what every part of the interface has in common.
 *
 * <p>A {@link org.prairieml.api.Service} is stateless and found by name; its {@link
 * org.prairieml.api.Option options} describe themselves, and a {@link org.prairieml.api.Configured}
 * is a service together with values for them.
 */
package org.prairieml.api;
