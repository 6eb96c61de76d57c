package org.standardops.services.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.Fault;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TextLimit;
import org.standardops.services.Caller;
import org.standardops.services.SelectionService;
import org.standardops.services.plan.SelectionCheck;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.SavedSelection;
import org.standardops.services.port.SelectionStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.rights.Subject;

/** Saved selections: named by people, checked like the selection of a task. */
@Component
public final class SelectionUseCases implements SelectionService {

  private static final TextLimit NAME = TextLimit.name(64);

  /** More than anybody can tell apart. */
  private static final int MOST = 100;

  private final SelectionStore selections;
  private final ProcessStore processes;
  private final Permissions permissions;
  private final InstantSource clock;

  @Activate
  public SelectionUseCases(
      @Reference SelectionStore selections,
      @Reference ProcessStore processes,
      @Reference BusinessStore businesses) {
    this(selections, processes, businesses, InstantSource.system());
  }

  SelectionUseCases(
      SelectionStore selections,
      ProcessStore processes,
      BusinessStore businesses,
      InstantSource clock) {
    this.selections = selections;
    this.processes = processes;
    this.permissions = new Permissions(businesses);
    this.clock = clock;
  }

  @Override
  public List<SavedSelection> list(Caller caller, ProcessId process) {
    load(caller, Operation.LIST_SELECTIONS, process);
    return selections.list(process);
  }

  @Override
  public SavedSelection save(Caller caller, ProcessId id, String name, List<String> nodes) {
    StoredProcess process = load(caller, Operation.SAVE_SELECTION, id);
    List<Fault> faults = new ArrayList<>(NAME.check("", name));
    faults.addAll(SelectionCheck.of(process.definition(), nodes));
    List<SavedSelection> there = selections.list(id);
    if (there.size() >= MOST && there.stream().noneMatch(one -> one.name().equals(name))) {
      faults.add(
          new Fault("", "TOO_MANY", "A process has at most " + MOST + " selections: delete one."));
    }
    TaskAccess.refuse(faults);
    SavedSelection selection =
        new SavedSelection(
            name, nodes, caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    selections.save(id, selection);
    return selection;
  }

  @Override
  public void delete(Caller caller, ProcessId process, String name) {
    load(caller, Operation.DELETE_SELECTION, process);
    if (!selections.delete(process, name)) {
      throw ProductException.notFound("The selection '" + name + "'");
    }
  }

  private StoredProcess load(Caller caller, Operation operation, ProcessId id) {
    permissions.require(caller, operation);
    StoredProcess process =
        processes.find(id).orElseThrow(() -> ProductException.notFound("The process " + id));
    permissions.require(caller, operation, Subject.of(process));
    return process;
  }
}
