/**
 * The vector engine: programs compiled to fused kernels on the machine's vector registers.
 *
 * <p>Nothing is exported: the engine is met through its service.
 *
 * @provides org.prairieml.api.engine.Engine vector
 */
module org.prairieml.engine {
  // Where it is missing the engine is listed all the same, and says what it needs.
  requires static jdk.incubator.vector;
  requires org.prairieml.api;

  provides org.prairieml.api.engine.Engine with
      org.prairieml.engine.VectorEngine;
}
