package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.process.ProcessType;

/** Where processes and their revisions are kept. Each call is one transaction. Thread-safe. */
public interface ProcessStore {

  /** The published definition, else the draft where nothing was published. */
  Optional<StoredProcess> find(ProcessId id);

  /** The draft; empty where there is none. */
  Optional<StoredProcess> findDraft(ProcessId id);

  /** As it was then: updated by its author, at its time. */
  Optional<StoredProcess> findRevision(ProcessId id, int revision);

  /** The published revisions, newest first. */
  Page<Revision> revisions(ProcessId id, Page.Request page);

  /**
   * Who saved it, when and why.
   *
   * @param number {@link Revision#DRAFT}: the draft
   */
  Optional<Revision> describe(ProcessId id, int number);

  /**
   * Processes of a business, newest first.
   *
   * @param only of these ids; empty: all
   */
  Page<Summary> list(
      BusinessId business,
      Optional<List<ProcessId>> only,
      Optional<ProcessType> type,
      Optional<String> nameContains,
      Page.Request page);

  /** False where the id is taken. */
  boolean create(StoredProcess process, String comment);

  /**
   * Publishes the definition as a new revision, or replaces the draft ({@link
   * StoredProcess#draft()}), where the stored version is still {@code process.version()}.
   *
   * @return as stored; empty where the version is another
   */
  Optional<StoredProcess> save(StoredProcess process, String comment);

  /**
   * False where the stored version is another.
   *
   * @throws ProductException IN_USE where there is a task of it
   */
  boolean delete(ProcessId id, long version);

  /**
   * Runs work that makes a task of the process, which cannot be deleted until it has ended. Many
   * may do so at once; each holds a connection to the database meanwhile.
   *
   * @throws ProductException NOT_FOUND where the process is not there (any more)
   */
  <T> T whileThere(ProcessId id, Supplier<T> work);

  /**
   * A save that was kept.
   *
   * @param number from 1
   * @param comment may be empty
   */
  record Revision(int number, String savedBy, Instant savedAt, String comment) {
    /** In place of a number: what is not published. */
    public static final int DRAFT = 0;
  }

  /** A process in a list. */
  record Summary(
      ProcessId id,
      BusinessId business,
      String name,
      ProcessType type,
      int revision,
      Optional<Integer> publishedRevision,
      String createdBy,
      Instant createdAt,
      String updatedBy,
      Instant updatedAt) {}
}
