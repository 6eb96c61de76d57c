package org.standardops.services.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.Caller;
import org.standardops.services.Preview;
import org.standardops.services.PreviewInput;
import org.standardops.services.PreviewService;
import org.standardops.services.TaskInput;
import org.standardops.services.check.AtomVersions;
import org.standardops.services.check.ProcessCheck;
import org.standardops.services.plan.LookAhead;
import org.standardops.services.plan.TaskPlanner;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.secret.EnteredSecrets;

/** Plans a task as its creation would, and shows what its nodes would get. */
@Component
public final class PreviewUseCases implements PreviewService {

  private static final TaskPlan.Origin ORIGIN =
      new TaskPlan.Origin(TaskPlan.Origin.Kind.API, Optional.empty());

  /** Neither of these is ever shown: the plan is thrown away. */
  private static final TaskId NO_TASK = new TaskId(1);

  private static final ProcessId UNSAVED = new ProcessId("unsaved");

  private final ProcessStore processes;
  private final Permissions permissions;
  private final ProcessAccess access;
  private final AtomVersions versions;
  private final TaskPlanner planner;
  private final BusinessContext context;
  private final InstantSource clock;

  @Activate
  public PreviewUseCases(
      @Reference ProcessStore processes,
      @Reference BusinessStore businesses,
      @Reference AtomCatalog atoms,
      @Reference BusinessContext context) {
    this(processes, businesses, atoms, context, InstantSource.system());
  }

  PreviewUseCases(
      ProcessStore processes,
      BusinessStore businesses,
      AtomCatalog atoms,
      BusinessContext context,
      InstantSource clock) {
    this.processes = processes;
    this.permissions = new Permissions(businesses);
    this.access = new ProcessAccess(processes, permissions, atoms, context, clock);
    this.versions = new AtomVersions(atoms);
    this.planner = new TaskPlanner(versions);
    this.context = context;
    this.clock = clock;
  }

  @Override
  public Preview of(Caller caller, ProcessId id, boolean draft, PreviewInput input) {
    StoredProcess process = access.load(caller, Operation.PREVIEW_PROCESS, id);
    StoredProcess shown =
        draft
            ? processes
                .findDraft(id)
                .orElseThrow(() -> ProductException.notFound("A draft of the process " + id))
            : process;
    TaskPlanner.Planned planned = plan(caller, shown, input);
    return new Preview(planned.faults(), nodes(shown, planned));
  }

  @Override
  public Preview of(
      Caller caller, BusinessId business, ProcessDefinition definition, PreviewInput input) {
    permissions.require(caller, Operation.PREVIEW_NEW_PROCESS, business);
    List<Fault> faults = new ArrayList<>(access.faults(business, definition, Map.of()));
    if (!ProcessCheck.shape(definition).isEmpty()) {
      return new Preview(faults, List.of());
    }
    Instant now = clock.instant();
    StoredProcess unsaved =
        new StoredProcess(
            UNSAVED,
            business,
            1,
            Optional.empty(),
            definition,
            Map.of(),
            true,
            caller.name(),
            now,
            caller.name(),
            now,
            0);
    TaskPlanner.Planned planned = plan(caller, unsaved, input);
    planned.faults().forEach(fault -> faults.add(fault.under("/preview")));
    return new Preview(faults, nodes(unsaved, planned));
  }

  private List<Preview.NodePreview> nodes(StoredProcess process, TaskPlanner.Planned planned) {
    return LookAhead.nodes(
        process.definition(), planned, versions.resolve(process.definition(), process.majors()));
  }

  private TaskPlanner.Planned plan(Caller caller, StoredProcess process, PreviewInput input) {
    EnteredSecrets entered =
        context
            .secretVariables()
            .enter("/variables", process.definition().variables(), Map.of(), input.variables());
    TaskPlanner.Planned planned =
        planner.plan(
            new TaskPlanner.Origin(
                NO_TASK, process, Map.of(), ORIGIN, caller.name(), clock.instant()),
            new TaskInput(
                Optional.empty(),
                entered.values(),
                input.nodes(),
                input.params(),
                Optional.empty(),
                false,
                ORIGIN),
            context.values(process.business()));
    List<Fault> faults = new ArrayList<>(entered.faults());
    faults.addAll(planned.faults());
    return new TaskPlanner.Planned(planned.plan(), faults);
  }
}
