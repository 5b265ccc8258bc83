/** An activation from outside. */
module com.example.bent {
  requires org.prairieml.api;

  provides org.prairieml.api.network.Activation with
      com.example.bent.SoftenedLine;
}
