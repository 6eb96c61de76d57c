package org.standardops.services.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessType;
import org.standardops.services.Caller;
import org.standardops.services.ProcessService;
import org.standardops.services.ProcessView;
import org.standardops.services.Save;
import org.standardops.services.Validation;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.ProcessUse;
import org.standardops.services.port.ProcessUsers;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.port.TaskSummaries;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** Processes: saved whole, checked whole. */
@Component
public final class ProcessUseCases implements ProcessService {

  private static final int LONGEST_NAME = 128;
  private static final String COPY = " (copy)";

  private final ProcessStore processes;
  private final Permissions permissions;
  private final ProcessAccess access;
  private final UsesOfProcess uses;

  @Activate
  public ProcessUseCases(
      @Reference ProcessStore processes,
      @Reference TaskSummaries tasks,
      @Reference BusinessStore businesses,
      @Reference AtomCatalog atoms,
      @Reference BusinessContext context,
      @Reference(
              cardinality = ReferenceCardinality.MULTIPLE,
              policyOption = ReferencePolicyOption.GREEDY)
          List<ProcessUsers> users) {
    this(processes, tasks, businesses, atoms, context, users, InstantSource.system());
  }

  ProcessUseCases(
      ProcessStore processes,
      TaskSummaries tasks,
      BusinessStore businesses,
      AtomCatalog atoms,
      BusinessContext context,
      List<ProcessUsers> users,
      InstantSource clock) {
    this.processes = processes;
    this.permissions = new Permissions(businesses);
    this.access = new ProcessAccess(processes, permissions, atoms, context, clock);
    this.uses = new UsesOfProcess(tasks, users);
  }

  @Override
  public ProcessView create(
      Caller caller,
      BusinessId business,
      ProcessDefinition definition,
      Save save,
      Optional<ProcessId> id) {
    permissions.require(caller, Operation.CREATE_PROCESS, business);
    return access
        .create(caller, business, definition, save, id)
        .map(process -> access.view(caller, process))
        // The reserved id is there: an earlier try got as far as this, and is answered again.
        .orElseGet(() -> get(caller, id.orElseThrow(), save.draft()));
  }

  @Override
  public Validation validate(Caller caller, BusinessId business, ProcessDefinition definition) {
    permissions.require(caller, Operation.CHECK_NEW_PROCESS, business);
    return access.validation(business, definition, Map.of());
  }

  @Override
  public Validation validate(Caller caller, ProcessId id) {
    StoredProcess process = access.load(caller, Operation.CHECK_PROCESS, id);
    StoredProcess newest = processes.findDraft(id).orElse(process);
    return access.validation(newest.business(), newest.definition(), newest.majors());
  }

  @Override
  public ProcessView get(Caller caller, ProcessId id, boolean draft) {
    StoredProcess process = access.load(caller, Operation.SEE_PROCESS, id);
    return access.view(
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
    Access granted = permissions.require(caller, Operation.LIST_PROCESSES, business);
    return processes.list(business, granted.visibleProcesses(), type, nameContains, page);
  }

  @Override
  public ProcessView replace(
      Caller caller, ProcessId id, long expectedVersion, ProcessDefinition definition, Save save) {
    StoredProcess before = access.load(caller, Operation.CHANGE_PROCESS, id);
    ProcessAccess.requireUnchanged(before, expectedVersion);
    return access.view(caller, access.save(caller, before, definition, save));
  }

  @Override
  public ProcessView copy(
      Caller caller, ProcessId id, Optional<String> name, Optional<ProcessId> reserved) {
    StoredProcess process = access.load(caller, Operation.COPY_PROCESS, id);
    permissions.require(caller, Operation.CREATE_PROCESS, process.business());
    ProcessDefinition copy =
        process
            .definition()
            .withName(name.orElseGet(() -> nameOfCopy(process.definition().name())));
    String comment = "Copied from '" + process.definition().name() + "'.";
    boolean draft = process.draft() || !access.faults(process.business(), copy, Map.of()).isEmpty();
    return access
        .create(caller, process.business(), copy, new Save(draft, comment), reserved)
        .map(made -> access.view(caller, made))
        .orElseGet(() -> get(caller, reserved.orElseThrow(), draft));
  }

  private static String nameOfCopy(String name) {
    int most = LONGEST_NAME - COPY.length();
    return (name.length() > most ? name.substring(0, most) : name) + COPY;
  }

  @Override
  public List<ProcessUse> usedBy(Caller caller, ProcessId id) {
    return uses.of(access.load(caller, Operation.SEE_USE_OF_PROCESS, id), Page.Request.MAX_LIMIT);
  }

  @Override
  public void delete(Caller caller, ProcessId id, long expectedVersion) {
    StoredProcess process = access.load(caller, Operation.DELETE_PROCESS, id);
    ProcessAccess.requireUnchanged(process, expectedVersion);
    uses.requireNone(process);
    if (!processes.delete(id, expectedVersion)) {
      throw ProcessAccess.changedMeanwhile();
    }
  }
}
