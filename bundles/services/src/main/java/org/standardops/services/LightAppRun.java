package org.standardops.services;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.TaskState;
import org.standardops.services.port.LightApp;

/**
 * A run of a light app, for its user. The task in it is not to be shown as it is: no KEYs,
 * parameters, logs, errors.
 *
 * @param inputs what was entered, in the app's order
 * @param outputs what the app shows, as far as it is known
 * @param contacts who looks after the app
 * @param allowed what the user may do with it now
 */
public record LightAppRun(
    LightApp app,
    TaskState task,
    List<Labelled> inputs,
    List<Labelled> outputs,
    List<Contact> contacts,
    Set<Action> allowed) {

  public LightAppRun {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    contacts = List.copyOf(contacts);
    allowed = Set.copyOf(allowed);
  }

  /**
   * A value and what it is called.
   *
   * @param value empty for a JSON null
   */
  public record Labelled(String label, Optional<Object> value) {}

  /** Somebody to turn to. */
  public record Contact(String name, String displayName) {}
}
