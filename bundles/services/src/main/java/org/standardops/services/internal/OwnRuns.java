package org.standardops.services.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.Engine;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Allowed;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ErrorCode;
import org.standardops.model.LightAppId;
import org.standardops.model.ProductException;
import org.standardops.model.SealedText;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Caller;
import org.standardops.services.LightAppRun;
import org.standardops.services.LightAppRun.Labelled;
import org.standardops.services.lightapp.FrozenProcess;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.LightApp.May;
import org.standardops.services.port.LightAppStore;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.rights.Subject;

/** Runs as their user may see and steer them. */
record OwnRuns(
    Engine engine, LightAppStore apps, Permissions permissions, LightAppContacts contacts) {

  /** A run and its app. */
  record Found(LightApp app, TaskState task) {}

  /**
   * The caller's own run of an app that the caller may still use, or any run of an app that the
   * caller is a contact of.
   *
   * @param operation with a right to which the caller needs no app
   */
  Optional<Found> find(Caller caller, TaskId id, Operation operation) {
    permissions.require(caller, operation);
    return Answers.await(engine.find(id))
        .filter(task -> task.plan().origin().kind() == TaskPlan.Origin.Kind.LIGHT_APP)
        .filter(task -> !mayAnyway(caller, operation, task))
        .flatMap(
            task ->
                appOf(task)
                    .filter(app -> isUserOf(app, caller, task) || isContact(app, caller))
                    .map(app -> new Found(app, task)));
  }

  private boolean isUserOf(LightApp app, Caller caller, TaskState task) {
    return task.plan().createdBy().equals(caller.name()) && permissions.isUser(caller.name(), app);
  }

  private boolean isContact(LightApp app, Caller caller) {
    return permissions.isContact(caller.name(), app);
  }

  private boolean mayAnyway(Caller caller, Operation operation, TaskState task) {
    return permissions
        .access(caller, task.plan().business())
        .map(access -> access.may(operation, Subject.of(task)))
        .orElse(false);
  }

  private Optional<LightApp> appOf(TaskState task) {
    return task.plan().origin().id().flatMap(id -> apps.find(new LightAppId(id)));
  }

  /**
   * Whoever ran it may do what the app allows, and end a run that FAILED, so that it does not hold
   * the app for ever; whoever is only a contact just that.
   */
  void requireAllowed(Caller caller, Found run, Command command) {
    Set<Action> granted = granted(caller, run);
    boolean allowed =
        command instanceof Command.Terminate && granted.contains(Action.TERMINATE)
            || command instanceof Command.Suspend && granted.contains(Action.SUSPEND)
            || command instanceof Command.Resume && granted.contains(Action.RESUME);
    LightApp app = run.app();
    if (!allowed) {
      throw new ProductException(
          ErrorCode.FORBIDDEN,
          "The light app '" + app.form().name() + "' does not let its users do this.");
    }
  }

  /** Without KEYs, parameters, errors. */
  LightAppRun view(Caller caller, Found run) {
    LightApp app = run.app();
    TaskState task = run.task();
    FrozenProcess frozen = new FrozenProcess(app.frozen());
    List<Labelled> inputs =
        frozen.inputs(app.form()).stream()
            .map(variable -> new Labelled(variable.name(), value(task, variable.key())))
            .toList();
    List<Labelled> outputs =
        app.form().outputs().stream()
            .filter(output -> task.variables().containsKey(output.key()))
            .map(
                output ->
                    new Labelled(
                        frozen.label(output).orElse(output.key()), value(task, output.key())))
            .toList();
    return new LightAppRun(app, task, inputs, outputs, contacts.of(app), allowed(caller, run));
  }

  private static Optional<Object> value(TaskState task, String key) {
    return Optional.ofNullable(task.variables().get(key)).map(SealedText::shown);
  }

  private Set<Action> allowed(Caller caller, Found run) {
    Set<Action> allowed = EnumSet.noneOf(Action.class);
    allowed.addAll(Allowed.task(run.task()));
    allowed.retainAll(granted(caller, run));
    return allowed;
  }

  private Set<Action> granted(Caller caller, Found run) {
    Set<Action> granted = EnumSet.noneOf(Action.class);
    if (run.task().status() == TaskStatus.FAILED) {
      granted.add(Action.TERMINATE);
    }
    if (isUserOf(run.app(), caller, run.task())) {
      Set<May> may = run.app().form().may();
      if (may.contains(May.SUSPEND)) {
        granted.addAll(EnumSet.of(Action.SUSPEND, Action.RESUME));
      }
      if (may.contains(May.TERMINATE)) {
        granted.add(Action.TERMINATE);
      }
    }
    return granted;
  }
}
