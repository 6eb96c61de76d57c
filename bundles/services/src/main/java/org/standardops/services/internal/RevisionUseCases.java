package org.standardops.services.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.ProcessView;
import org.standardops.services.RevisionService;
import org.standardops.services.Save;
import org.standardops.services.change.Difference;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** Revisions of processes. */
@Component
public final class RevisionUseCases implements RevisionService {

  private final ProcessStore processes;
  private final ProcessAccess access;

  @Activate
  public RevisionUseCases(
      @Reference ProcessStore processes,
      @Reference BusinessStore businesses,
      @Reference AtomCatalog atoms) {
    this(processes, businesses, atoms, InstantSource.system());
  }

  RevisionUseCases(
      ProcessStore processes, BusinessStore businesses, AtomCatalog atoms, InstantSource clock) {
    this.processes = processes;
    this.access = new ProcessAccess(processes, new Permissions(businesses), atoms, clock);
  }

  @Override
  public ProcessView publish(
      Caller caller, ProcessId id, OptionalLong expectedVersion, Optional<String> comment) {
    StoredProcess process = access.load(caller, Operation.PUBLISH_PROCESS, id);
    expectedVersion.ifPresent(version -> ProcessAccess.requireUnchanged(process, version));
    StoredProcess draft = processes.findDraft(id).orElseThrow(() -> noDraft(process));
    String why =
        comment
            .or(
                () ->
                    processes
                        .describe(id, ProcessStore.Revision.DRAFT)
                        .map(saved -> saved.comment()))
            .orElse("");
    return access.view(caller, access.save(caller, draft, draft.definition(), Save.published(why)));
  }

  private static ProductException noDraft(StoredProcess process) {
    return new ProductException(
        ErrorCode.STATE_FORBIDS,
        "The process "
            + process.id()
            + " has no draft; its revision "
            + process.revision()
            + " is published. Save a draft first.");
  }

  @Override
  public Page<ProcessStore.Revision> list(Caller caller, ProcessId id, Page.Request page) {
    access.load(caller, Operation.LIST_REVISIONS, id);
    return processes.revisions(id, page);
  }

  @Override
  public Revised get(Caller caller, ProcessId id, int revision) {
    access.load(caller, Operation.SEE_REVISION, id);
    return new Revised(
        access.view(caller, revision(id, revision)),
        processes.describe(id, revision).orElseThrow(() -> unknown(id, revision)));
  }

  @Override
  public ProcessView restore(
      Caller caller,
      ProcessId id,
      int revision,
      OptionalLong expectedVersion,
      Optional<String> comment) {
    StoredProcess process = access.load(caller, Operation.RESTORE_REVISION, id);
    expectedVersion.ifPresent(version -> ProcessAccess.requireUnchanged(process, version));
    Save save = Save.published(comment.orElse("Restored from revision " + revision + "."));
    return access.view(
        caller, access.save(caller, process, revision(id, revision).definition(), save));
  }

  @Override
  public List<Change> difference(Caller caller, ProcessId id, int from, int to) {
    access.load(caller, Operation.COMPARE_REVISIONS, id);
    return Difference.between(revision(id, from).definition(), revision(id, to).definition());
  }

  private StoredProcess revision(ProcessId id, int revision) {
    return processes.findRevision(id, revision).orElseThrow(() -> unknown(id, revision));
  }

  private static ProductException unknown(ProcessId id, int revision) {
    return ProductException.notFound("Revision " + revision + " of the process " + id);
  }
}
