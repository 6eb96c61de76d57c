package org.standardops.services.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.TaskInput;
import org.standardops.services.lightapp.FrozenProcess;
import org.standardops.services.plan.TaskPlanner;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.secret.EnteredSecrets;

/** Makes the task of a light app's run: through the planner of all tasks, of what was frozen. */
record RunPlanning(TaskPlanner planner, BusinessContext context, LightAppContacts contacts) {

  private static final Logger LOG = LoggerFactory.getLogger(RunPlanning.class);

  TaskPlan plan(
      LightApp app, Map<String, Object> variables, TaskId id, String by, Instant now, String name) {
    FrozenProcess frozen = new FrozenProcess(app.frozen());
    TaskPlan.Origin origin =
        new TaskPlan.Origin(TaskPlan.Origin.Kind.LIGHT_APP, Optional.of(app.id().value()));
    StoredProcess process = frozen.process(app);
    EnteredSecrets entered =
        context
            .secretVariables()
            .enter("/variables", process.definition().variables(), Map.of(), variables);
    TaskPlanner.Planned planned =
        planner.plan(
            new TaskPlanner.Origin(id, process, frozen.pinned(), origin, by, now),
            new TaskInput(
                Optional.of(name),
                entered.values(),
                Optional.of(app.frozen().nodes()),
                Map.of(),
                Optional.empty(),
                true,
                origin),
            context.values(app.business()));
    List<Fault> faults = new ArrayList<>(entered.faults());
    faults.addAll(planned.faults());
    refuse(app, variables, faults);
    context.secretVariables().keep(app.business(), entered, by, Optional.of(planned.plan().id()));
    return planned.plan();
  }

  /** What the user entered is the user's to mend; anything else is the contacts'. */
  private void refuse(LightApp app, Map<String, Object> variables, List<Fault> faults) {
    Set<String> asked =
        app.form().inputs().stream().map(LightApp.Input::key).collect(Collectors.toSet());
    List<Fault> mendable =
        faults.stream()
            .filter(fault -> asked.stream().anyMatch(key -> isAtOrUnder(fault, key)))
            .collect(Collectors.toCollection(ArrayList::new));
    variables.keySet().stream()
        .filter(key -> !asked.contains(key))
        .forEach(key -> mendable.add(notAsked(key)));
    TaskAccess.refuse(mendable);
    if (!faults.isEmpty()) {
      LOG.warn("The light app {} cannot be run: {}", app.id(), faults);
      throw new ProductException(
          ErrorCode.STATE_FORBIDS,
          "'%s' cannot be run now: something that it needs is missing on the server. Tell %s."
              .formatted(app.form().name(), contacts.inWords(app)));
    }
  }

  private static boolean isAtOrUnder(Fault fault, String key) {
    String at = pointer(key);
    return fault.pointer().equals(at) || fault.pointer().startsWith(at + "/");
  }

  private static Fault notAsked(String key) {
    return new Fault(
        pointer(key), "UNKNOWN_VARIABLE", "The light app does not ask for this; leave it out.");
  }

  private static String pointer(String key) {
    return "/variables/" + JsonValues.token(key);
  }
}
