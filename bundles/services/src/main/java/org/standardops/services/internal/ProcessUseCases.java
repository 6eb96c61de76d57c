package org.standardops.services.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessShape;
import org.standardops.model.process.ProcessType;
import org.standardops.model.process.Variable;
import org.standardops.services.Caller;
import org.standardops.services.ProcessService;
import org.standardops.services.ProcessView;
import org.standardops.services.ProcessView.ProcessAction;
import org.standardops.services.Validation;
import org.standardops.services.Warning;
import org.standardops.services.check.AtomVersions;
import org.standardops.services.check.JsonBounds;
import org.standardops.services.check.NotYetEffective;
import org.standardops.services.check.ProcessCheck;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.port.TaskSummaries;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.rights.Subject;

/** Processes: saved whole, checked whole. */
@Component
public final class ProcessUseCases implements ProcessService {

  private static final String NO_COMMENT = "";

  private final ProcessStore processes;
  private final TaskSummaries tasks;
  private final Permissions permissions;
  private final AtomVersions versions;
  private final ProcessCheck check;
  private final BusinessContext context;
  private final InstantSource clock;

  @Activate
  public ProcessUseCases(
      @Reference ProcessStore processes,
      @Reference TaskSummaries tasks,
      @Reference BusinessStore businesses,
      @Reference AtomCatalog atoms,
      @Reference BusinessContext context) {
    this(processes, tasks, businesses, atoms, context, InstantSource.system());
  }

  ProcessUseCases(
      ProcessStore processes,
      TaskSummaries tasks,
      BusinessStore businesses,
      AtomCatalog atoms,
      BusinessContext context,
      InstantSource clock) {
    this.processes = processes;
    this.tasks = tasks;
    this.permissions = new Permissions(businesses);
    this.versions = new AtomVersions(atoms);
    this.check = new ProcessCheck(versions);
    this.context = context;
    this.clock = clock;
  }

  @Override
  public ProcessView create(
      Caller caller,
      BusinessId business,
      ProcessDefinition sent,
      boolean draft,
      Optional<ProcessId> id) {
    permissions.require(caller, Operation.CREATE_PROCESS, business);
    requireSavable(business, sent, draft);
    ProcessDefinition definition = sealed(caller, business, sent, List.of());
    Instant now = now();
    StoredProcess process =
        new StoredProcess(
            id.orElseGet(() -> new ProcessId(UUID.randomUUID().toString())),
            business,
            draft ? 0 : 1,
            draft ? Optional.empty() : Optional.of(1),
            definition,
            versions.majors(definition),
            draft,
            caller.name(),
            now,
            caller.name(),
            now,
            1);
    if (!processes.create(process, NO_COMMENT)) {
      // The reserved id is there: an earlier try got as far as this, and its answer is given again.
      return get(caller, process.id(), draft);
    }
    return view(caller, process);
  }

  @Override
  public Validation validate(Caller caller, BusinessId business, ProcessDefinition definition) {
    permissions.require(caller, Operation.CHECK_NEW_PROCESS, business);
    return new Validation(faults(business, definition, Map.of()), NotYetEffective.of(definition));
  }

  @Override
  public Validation validate(Caller caller, ProcessId id) {
    StoredProcess process = load(caller, Operation.CHECK_PROCESS, id);
    StoredProcess newest = processes.findDraft(id).orElse(process);
    return new Validation(
        faults(newest.business(), newest.definition(), newest.majors()),
        NotYetEffective.of(newest.definition()));
  }

  @Override
  public ProcessView get(Caller caller, ProcessId id, boolean draft) {
    StoredProcess process = load(caller, Operation.SEE_PROCESS, id);
    return view(
        caller,
        draft
            ? processes
                .findDraft(id)
                .orElseThrow(() -> ProductException.notFound("A draft of the process " + id))
            : process);
  }

  @Override
  public Page<ProcessStore.Summary> list(
      Caller caller,
      BusinessId business,
      Optional<ProcessType> type,
      Optional<String> nameContains,
      Page.Request page) {
    Access access = permissions.require(caller, Operation.LIST_PROCESSES, business);
    return processes.list(business, access.visibleProcesses(), type, nameContains, page);
  }

  @Override
  public ProcessView replace(
      Caller caller, ProcessId id, long expectedVersion, ProcessDefinition sent, boolean draft) {
    StoredProcess before = load(caller, Operation.CHANGE_PROCESS, id);
    requireUnchanged(before, expectedVersion);
    requireSavable(before.business(), sent, draft);
    ProcessDefinition definition =
        sealed(
            caller,
            before.business(),
            sent,
            processes.findDraft(id).orElse(before).definition().variables());
    Optional<Integer> published = before.publishedRevision();
    int next = published.orElse(0) + 1;
    StoredProcess changed =
        new StoredProcess(
            id,
            before.business(),
            draft ? published.orElse(0) : next,
            draft ? published : Optional.of(next),
            definition,
            versions.majors(definition),
            draft,
            before.createdBy(),
            before.createdAt(),
            caller.name(),
            now(),
            before.version());
    return view(
        caller, processes.save(changed, NO_COMMENT).orElseThrow(ProcessUseCases::changedMeanwhile));
  }

  @Override
  public void delete(Caller caller, ProcessId id, long expectedVersion) {
    StoredProcess process = load(caller, Operation.DELETE_PROCESS, id);
    requireUnchanged(process, expectedVersion);
    if (tasks.existsOf(id)) {
      throw new ProductException(
          ErrorCode.IN_USE, "The process " + id + " has tasks, whose records refer to it.");
    }
    if (!processes.delete(id, expectedVersion)) {
      throw changedMeanwhile();
    }
  }

  private StoredProcess load(Caller caller, Operation operation, ProcessId id) {
    permissions.require(caller, operation);
    StoredProcess process =
        processes.find(id).orElseThrow(() -> ProductException.notFound("The process " + id));
    permissions.require(caller, operation, Subject.of(process));
    return process;
  }

  private ProcessDefinition sealed(
      Caller caller, BusinessId business, ProcessDefinition definition, List<Variable> before) {
    return context.secretVariables().sealDefaults(business, definition, before, caller.name());
  }

  private void requireSavable(BusinessId business, ProcessDefinition definition, boolean draft) {
    List<Fault> faults = draft ? shape(definition) : faults(business, definition, Map.of());
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
  }

  /** What even a draft must not have. */
  private static List<Fault> shape(ProcessDefinition definition) {
    List<Fault> faults = new ArrayList<>(ProcessShape.check(definition));
    faults.addAll(JsonBounds.check(definition));
    return faults;
  }

  private List<Fault> faults(
      BusinessId business, ProcessDefinition definition, Map<String, Integer> majors) {
    List<Fault> faults = shape(definition);
    if (faults.stream().anyMatch(fault -> fault.code().startsWith("TOO_"))) {
      // Out of bounds: what it would take to look closer is out of bounds, too.
      return faults;
    }
    faults.addAll(check.check(definition, majors, context.values(business)));
    return faults.stream().distinct().toList();
  }

  private ProcessView view(Caller caller, StoredProcess process) {
    Subject subject = Subject.of(process);
    Access access = permissions.require(caller, Operation.SEE_PROCESS, subject);
    List<Warning> warnings = new ArrayList<>();
    faults(process.business(), process.definition(), process.majors())
        .forEach(
            fault -> warnings.add(new Warning(fault.pointer(), fault.code(), fault.message())));
    warnings.addAll(NotYetEffective.of(process.definition()));
    List<ProcessAction> allowed = new ArrayList<>();
    if (access.may(Operation.CHANGE_PROCESS, subject)) {
      allowed.add(ProcessAction.EDIT);
    }
    if (access.may(Operation.DELETE_PROCESS, subject)) {
      allowed.add(ProcessAction.DELETE);
    }
    if (process.publishedRevision().isPresent() && access.may(Operation.CREATE_TASK, subject)) {
      allowed.add(ProcessAction.CREATE_TASK);
    }
    return new ProcessView(
        process, warnings, versions.resolve(process.definition(), process.majors()), allowed);
  }

  private static void requireUnchanged(StoredProcess process, long expectedVersion) {
    if (process.version() != expectedVersion) {
      throw changedMeanwhile();
    }
  }

  private static ProductException changedMeanwhile() {
    return new ProductException(
        ErrorCode.ETAG_CHANGED, "The process has changed since you read it: read it again.");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
