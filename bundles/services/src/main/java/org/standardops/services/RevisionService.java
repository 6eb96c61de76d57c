package org.standardops.services;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.services.port.ProcessStore;

/**
 * What a process was, and how it became so. Rights and refusals as in {@link ProcessService}; where
 * an expected version is given, another one is ETAG_CHANGED. Thread-safe.
 */
public interface RevisionService {

  /**
   * Makes a revision of the draft, which ends.
   *
   * @param comment empty: the draft's
   * @throws org.standardops.model.ProductException STATE_FORBIDS without a draft, INVALID with
   *     every fault of it
   */
  ProcessView publish(
      Caller caller, ProcessId process, OptionalLong expectedVersion, Optional<String> comment);

  /** Newest first. */
  Page<ProcessStore.Revision> list(Caller caller, ProcessId process, Page.Request page);

  Revised get(Caller caller, ProcessId process, int revision);

  /**
   * Publishes an earlier revision again, as a new one; a draft ends.
   *
   * @param comment empty: says which revision it was
   * @throws org.standardops.model.ProductException INVALID with every fault that it has by now
   */
  ProcessView restore(
      Caller caller,
      ProcessId process,
      int revision,
      OptionalLong expectedVersion,
      Optional<String> comment);

  /** What is different in one revision from another; empty where nothing is. */
  List<Change> difference(Caller caller, ProcessId process, int from, int to);

  /** A process as one revision had it. */
  record Revised(ProcessView process, ProcessStore.Revision revision) {}

  /**
   * One difference. Steps and nodes are followed by their ids, variables by their KEYs.
   *
   * @param pointer where it is in the newer process; of what was removed, where it was in the older
   * @param before the value before; where it moved, its pointer before; empty for JSON null and
   *     nothing
   * @param after likewise
   */
  record Change(Kind kind, String pointer, Optional<Object> before, Optional<Object> after) {

    /** The kinds. */
    public enum Kind {
      ADDED,
      REMOVED,
      CHANGED,
      /** To another step, or past others of its step. */
      MOVED
    }
  }
}
