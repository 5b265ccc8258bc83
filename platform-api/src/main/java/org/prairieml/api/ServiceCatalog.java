package org.prairieml.api;

import java.util.List;

/** Offers many services through one provider, for plug-ins whose services are rows of a table. */
public interface ServiceCatalog {

  /** Returns the services; each is known under every service interface that it implements. */
  List<? extends Service> services();
}
