package org.standardops.services;

import java.util.List;
import java.util.Set;
import org.standardops.model.process.Variable;
import org.standardops.services.port.LightApp;

/**
 * A light app as its caller may see it.
 *
 * @param inputs the form to fill in: label as name, with the app's own help, default and limits
 * @param whole false: the caller may run it, and see no more than the form
 */
public record LightAppView(
    LightApp app, List<Variable> inputs, boolean whole, Set<LightAppAction> allowed) {

  public LightAppView {
    inputs = List.copyOf(inputs);
    allowed = Set.copyOf(allowed);
  }

  /** What may be done with an app. */
  public enum LightAppAction {
    EDIT,
    DELETE,
    RUN
  }
}
