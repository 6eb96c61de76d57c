package org.standardops.rest.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
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
import org.standardops.services.Warning;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.ProcessUse;
import org.standardops.services.port.StoredProcess;

/** Processes in memory; the atom {@code nowhere} is unknown. */
public final class FakeProcesses implements ProcessService {

  public final Map<String, StoredProcess> stored = new ConcurrentSkipListMap<>();

  @Override
  public ProcessView create(
      Caller caller,
      BusinessId business,
      ProcessDefinition definition,
      Save save,
      Optional<ProcessId> id) {
    Validation found = validate(caller, business, definition);
    if (!save.draft() && !found.isValid()) {
      throw ProductException.invalid(found.errors());
    }
    ProcessId own = id.orElseGet(() -> new ProcessId(UUID.randomUUID().toString()));
    return view(
        new StoredProcess(
            own,
            business,
            save.draft() ? 0 : 1,
            save.draft() ? Optional.empty() : Optional.of(1),
            definition,
            Map.of(),
            save.draft(),
            caller.name(),
            Instant.EPOCH,
            caller.name(),
            Instant.EPOCH,
            1));
  }

  private ProcessView view(StoredProcess process) {
    stored.put(process.id().value(), process);
    return new ProcessView(
        process,
        process.definition().notification().isPresent()
            ? List.of(new Warning("/notify", "NOT_YET_EFFECTIVE", "Nobody is told yet."))
            : List.of(),
        Map.of("push", "1.2.0"),
        List.of(ProcessView.ProcessAction.EDIT, ProcessView.ProcessAction.CREATE_TASK));
  }

  @Override
  public Validation validate(Caller caller, BusinessId business, ProcessDefinition definition) {
    List<Fault> faults = new ArrayList<>();
    for (int s = 0; s < definition.steps().size(); s++) {
      for (int n = 0; n < definition.steps().get(s).nodes().size(); n++) {
        if (definition.steps().get(s).nodes().get(n).atom().equals("nowhere")) {
          faults.add(
              new Fault("/steps/" + s + "/nodes/" + n + "/atom", "UNKNOWN_ATOM", "No such atom."));
        }
      }
    }
    return new Validation(faults, List.of());
  }

  @Override
  public Validation validate(Caller caller, ProcessId process) {
    StoredProcess found = find(process);
    return validate(caller, found.business(), found.definition());
  }

  @Override
  public ProcessView get(Caller caller, ProcessId process, boolean draft) {
    return view(find(process));
  }

  private StoredProcess find(ProcessId process) {
    if (!stored.containsKey(process.value())) {
      throw ProductException.notFound("The process " + process);
    }
    return stored.get(process.value());
  }

  @Override
  public Page<ProcessStore.Summary> list(
      Caller caller,
      BusinessId business,
      Optional<ProcessType> type,
      Optional<String> nameContains,
      Page.Request page) {
    List<ProcessStore.Summary> all =
        stored.values().stream()
            .filter(p -> p.business().equals(business))
            .filter(p -> type.isEmpty() || p.definition().type() == type.get())
            .filter(p -> p.definition().name().contains(nameContains.orElse("")))
            .map(FakeProcesses::summary)
            .toList();
    return Lists.page(all, page);
  }

  private static ProcessStore.Summary summary(StoredProcess process) {
    return new ProcessStore.Summary(
        process.id(),
        process.business(),
        process.definition().name(),
        process.definition().type(),
        process.revision(),
        process.publishedRevision(),
        process.createdBy(),
        process.createdAt(),
        process.updatedBy(),
        process.updatedAt());
  }

  @Override
  public ProcessView replace(
      Caller caller,
      ProcessId process,
      long expectedVersion,
      ProcessDefinition definition,
      Save save) {
    StoredProcess old = checked(process, expectedVersion);
    return view(
        new StoredProcess(
            old.id(),
            old.business(),
            old.revision() + 1,
            Optional.of(old.revision() + 1),
            definition,
            Map.of(),
            save.draft(),
            old.createdBy(),
            old.createdAt(),
            caller.name(),
            Instant.EPOCH,
            old.version() + 1));
  }

  @Override
  public ProcessView copy(
      Caller caller, ProcessId process, Optional<String> name, Optional<ProcessId> id) {
    StoredProcess old = find(process);
    return create(
        caller,
        old.business(),
        old.definition().withName(name.orElse(old.definition().name() + " (copy)")),
        Save.published(""),
        id);
  }

  @Override
  public List<ProcessUse> usedBy(Caller caller, ProcessId process) {
    find(process);
    return List.of(
        new ProcessUse(ProcessUse.Kind.TASK, "t1", "Tuesday", "RUNNING"),
        new ProcessUse(ProcessUse.Kind.LIGHT_APP, "l1", "Prefetch", ""));
  }

  @Override
  public void delete(Caller caller, ProcessId process, long expectedVersion) {
    checked(process, expectedVersion);
    stored.remove(process.value());
  }

  private StoredProcess checked(ProcessId process, long expectedVersion) {
    StoredProcess old = find(process);
    if (old.version() != expectedVersion) {
      throw new ProductException(ErrorCode.ETAG_CHANGED, "It was changed meanwhile.");
    }
    return old;
  }
}
