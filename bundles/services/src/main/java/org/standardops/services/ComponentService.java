package org.standardops.services;

import java.util.List;
import org.standardops.services.port.ComponentLibrary.Component;
import org.standardops.services.port.ComponentLibrary.Source;

/**
 * Third-party APIs whose operations are atoms; platform admin. Refusals as in {@link TaskService}.
 * Thread-safe.
 */
public interface ComponentService {

  /** Every version of every component, by name and version. */
  List<Component> list(Caller caller);

  /** NOT_FOUND where it is not there. */
  Component find(Caller caller, String name, String version);

  /**
   * Makes a version of a component of a document.
   *
   * @throws org.standardops.model.ProductException as {@link
   *     org.standardops.services.port.ComponentLibrary#add}
   */
  Component add(Caller caller, Source source);

  /** NOT_FOUND where it is not there. Nodes that use it wait until it is back. */
  void delete(Caller caller, String name, String version);
}
