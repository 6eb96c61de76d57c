package org.standardops.rest.atom;

import java.time.Instant;
import java.util.List;
import org.standardops.model.Fault;
import org.standardops.services.port.ComponentLibrary.Component;
import org.standardops.services.port.ComponentLibrary.Operation;

/** A version of a component. */
record ComponentView(
    String name,
    String version,
    String title,
    String kind,
    String server,
    String sha256,
    List<Operation> operations,
    List<Fault> warnings,
    String addedBy,
    Instant addedAt) {

  /** In a list. */
  record Summary(
      String name, String version, String title, String kind, String addedBy, Instant addedAt) {
    static Summary of(Component component) {
      return new Summary(
          component.name(),
          component.version(),
          component.title(),
          component.kind(),
          component.addedBy(),
          component.addedAt());
    }
  }

  static ComponentView of(Component component) {
    return new ComponentView(
        component.name(),
        component.version(),
        component.title(),
        component.kind(),
        component.server(),
        component.sha256(),
        component.operations(),
        component.skipped(),
        component.addedBy(),
        component.addedAt());
  }
}
