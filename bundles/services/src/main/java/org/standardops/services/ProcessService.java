package org.standardops.services;

import java.util.List;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessType;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.ProcessUse;

/**
 * Processes: saved, published, looked at, checked. Rights and refusals as in {@link TaskService}.
 * Thread-safe.
 */
public interface ProcessService {

  /**
   * Saves and publishes, or saves a draft.
   *
   * @param id reserved for it by an Idempotency-Key; empty: a new one
   * @throws org.standardops.model.ProductException INVALID with every fault, for anything but a
   *     draft
   */
  ProcessView create(
      Caller caller,
      BusinessId business,
      ProcessDefinition definition,
      Save save,
      Optional<ProcessId> id);

  /** Checks a whole process that is not stored. */
  Validation validate(Caller caller, BusinessId business, ProcessDefinition definition);

  /** Checks a stored process against what is installed now. */
  Validation validate(Caller caller, ProcessId process);

  ProcessView get(Caller caller, ProcessId process, boolean draft);

  Page<ProcessStore.Summary> list(
      Caller caller,
      BusinessId business,
      Optional<ProcessType> type,
      Optional<String> nameContains,
      Page.Request page);

  /**
   * Replaces the whole.
   *
   * @param expectedVersion of {@link org.standardops.services.port.StoredProcess#version()};
   *     another one is ETAG_CHANGED
   */
  ProcessView replace(
      Caller caller,
      ProcessId process,
      long expectedVersion,
      ProcessDefinition definition,
      Save save);

  /**
   * A new process like the published one, else like the draft. What has faults by now is copied as
   * a draft.
   *
   * @param name empty: the name with {@code (copy)}
   * @param id reserved for it by an Idempotency-Key; empty: a new one
   */
  ProcessView copy(Caller caller, ProcessId process, Optional<String> name, Optional<ProcessId> id);

  /** Tasks that have not ended, and what else needs it; at most 200 of each. */
  List<ProcessUse> usedBy(Caller caller, ProcessId process);

  /** Refused with IN_USE while something needs it: the tasks made of it, what was made of those. */
  void delete(Caller caller, ProcessId process, long expectedVersion);
}
