package org.standardops.services;

import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessType;
import org.standardops.services.port.ProcessStore;

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
      boolean draft,
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
      boolean draft);

  /** Refused with IN_USE while tasks of it are there. */
  void delete(Caller caller, ProcessId process, long expectedVersion);
}
