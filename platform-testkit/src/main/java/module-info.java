/** Ready tests for the authors of plug-ins: subclass one for each service. */
module org.prairieml.testkit {
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires transitive org.junit.jupiter.params;
  requires transitive org.prairieml.api;

  exports org.prairieml.testkit;

  opens org.prairieml.testkit to
      org.junit.platform.commons;
}
