package org.standardops.services.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TextLimit;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.services.Caller;
import org.standardops.services.ProcessView;
import org.standardops.services.ProcessView.ProcessAction;
import org.standardops.services.Save;
import org.standardops.services.Validation;
import org.standardops.services.Warning;
import org.standardops.services.check.AtomVersions;
import org.standardops.services.check.ProcessAdvice;
import org.standardops.services.check.ProcessCheck;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.rights.Subject;

/**
 * The way to a process: past the permissions in, checked and stored, and out as its caller may see
 * it.
 */
final class ProcessAccess {

  private static final TextLimit COMMENT = TextLimit.lines(1_000);

  private final ProcessStore processes;
  private final Permissions permissions;
  private final AtomVersions versions;
  private final ProcessCheck check;
  private final BusinessContext context;
  private final ProcessAdvice advice;
  private final InstantSource clock;

  ProcessAccess(
      ProcessStore processes,
      Permissions permissions,
      AtomCatalog atoms,
      BusinessContext context,
      InstantSource clock) {
    this.processes = processes;
    this.permissions = permissions;
    this.versions = new AtomVersions(atoms);
    this.check = new ProcessCheck(versions);
    this.context = context;
    this.advice = new ProcessAdvice(versions);
    this.clock = clock;
  }

  StoredProcess load(Caller caller, Operation operation, ProcessId id) {
    permissions.require(caller, operation);
    StoredProcess process =
        processes.find(id).orElseThrow(() -> ProductException.notFound("The process " + id));
    permissions.require(caller, operation, Subject.of(process));
    return process;
  }

  /** Every fault and every warning. */
  Validation validation(
      BusinessId business, ProcessDefinition definition, Map<String, Integer> majors) {
    List<Fault> faults = faults(business, definition, majors);
    List<Warning> warnings = new ArrayList<>();
    if (ProcessCheck.shape(definition).isEmpty()) {
      warnings.addAll(advice.of(definition, majors));
    }
    return new Validation(faults, warnings);
  }

  List<Fault> faults(
      BusinessId business, ProcessDefinition definition, Map<String, Integer> majors) {
    return check.all(definition, majors, context.values(business));
  }

  /**
   * Stores a new process.
   *
   * @return empty where the reserved id is taken
   */
  Optional<StoredProcess> create(
      Caller caller,
      BusinessId business,
      ProcessDefinition sent,
      Save save,
      Optional<ProcessId> id) {
    requireSavable(business, sent, save);
    ProcessDefinition definition = sealed(caller, business, sent, List.of());
    Instant now = now();
    StoredProcess process =
        new StoredProcess(
            id.orElseGet(() -> new ProcessId(UUID.randomUUID().toString())),
            business,
            save.draft() ? 0 : 1,
            save.draft() ? Optional.empty() : Optional.of(1),
            definition,
            versions.majors(definition),
            save.draft(),
            caller.name(),
            now,
            caller.name(),
            now,
            1);
    return processes.create(process, save.comment()) ? Optional.of(process) : Optional.empty();
  }

  /** Stores another definition, as a new revision or as the draft. */
  StoredProcess save(Caller caller, StoredProcess before, ProcessDefinition sent, Save save) {
    requireSavable(before.business(), sent, save);
    StoredProcess newest = processes.findDraft(before.id()).orElse(before);
    ProcessDefinition definition =
        sealed(caller, before.business(), sent, newest.definition().variables());
    Optional<Integer> published = before.publishedRevision();
    int next = published.orElse(0) + 1;
    StoredProcess changed =
        new StoredProcess(
            before.id(),
            before.business(),
            save.draft() ? published.orElse(0) : next,
            save.draft() ? published : Optional.of(next),
            definition,
            versions.majors(definition),
            save.draft(),
            before.createdBy(),
            before.createdAt(),
            caller.name(),
            now(),
            before.version());
    return processes.save(changed, save.comment()).orElseThrow(ProcessAccess::changedMeanwhile);
  }

  private ProcessDefinition sealed(
      Caller caller, BusinessId business, ProcessDefinition definition, List<Variable> before) {
    return context.secretVariables().sealDefaults(business, definition, before, caller.name());
  }

  private void requireSavable(BusinessId business, ProcessDefinition definition, Save save) {
    List<Fault> faults = new ArrayList<>(COMMENT.check("/comment", save.comment()));
    faults.addAll(
        save.draft() ? ProcessCheck.shape(definition) : faults(business, definition, Map.of()));
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
  }

  ProcessView view(Caller caller, StoredProcess process) {
    Subject subject = Subject.of(process);
    Access access = permissions.require(caller, Operation.SEE_PROCESS, subject);
    List<Warning> warnings = new ArrayList<>();
    faults(process.business(), process.definition(), process.majors())
        .forEach(
            fault -> warnings.add(new Warning(fault.pointer(), fault.code(), fault.message())));
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

  static void requireUnchanged(StoredProcess process, long expectedVersion) {
    if (process.version() != expectedVersion) {
      throw changedMeanwhile();
    }
  }

  static ProductException changedMeanwhile() {
    return new ProductException(
        ErrorCode.ETAG_CHANGED, "The process has changed since you read it: read it again.");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
