/**
 * Ready tests for services.
 *
 * <p>For each service of a plug-in, subclass the test of its type in the plug-in's own tests and
 * say which service is meant: {@link org.prairieml.testkit.ActivationTests}, {@link
 * org.prairieml.testkit.TrainerTests}, {@link org.prairieml.testkit.InitializerTests}, {@link
 * org.prairieml.testkit.EngineTests}; for a service of any other type {@link
 * org.prairieml.testkit.ServiceTests}. {@link org.prairieml.testkit.GradientCheck} checks any
 * function of tensors.
 */
package org.prairieml.testkit;
