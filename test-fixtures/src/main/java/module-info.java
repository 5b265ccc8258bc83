/** Help for the tests of the other modules; not shipped. */
module org.prairieml.fixtures {
  requires transitive org.junit.jupiter.api;
  requires transitive tools.jackson.databind;

  exports org.prairieml.fixtures;
}
