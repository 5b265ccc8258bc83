/**
 * Symbolic tensors, their gradients of any order, and programs made of them.
 *
 * <p>The ground floor: it depends on nothing but the language itself.
 */
module org.prairieml.graph {
  exports org.prairieml.graph;
  exports org.prairieml.graph.reference;
}
