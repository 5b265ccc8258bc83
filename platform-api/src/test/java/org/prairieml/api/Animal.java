package org.prairieml.api;

import java.util.List;

/** A type of service with two implementations, for the tests of services and their options. */
interface Animal extends Service {

  Option<Integer> LEGS = Option.integer("legs", 0, 8, 4, "How many legs it has.");

  @Override
  default String summary() {
    return "An animal.";
  }

  /** An animal without options. */
  record Worm(String name) implements Animal {}

  /** An animal with options. */
  record Beast(String name) implements Animal {

    @Override
    public List<Option<?>> options() {
      return List.of(LEGS);
    }
  }
}
