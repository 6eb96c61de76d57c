package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.standardops.model.BusinessId;
import org.standardops.model.TaskId;

/** Where secrets are kept, sealed. Each call is one transaction. Thread-safe. */
public interface SecretStore {

  /** The sealed secret. */
  Optional<byte[]> find(BusinessId business, String name);

  /**
   * Those that a business admin named, by name; not those entered for variables, whose names begin
   * with {@code ~}.
   */
  List<Entry> list(BusinessId business);

  /** Stores or replaces one. */
  void put(BusinessId business, String name, byte[] sealed, String by, Instant at);

  /**
   * Stores what was entered for a variable, before whatever refers to it.
   *
   * @param id by which a text in the variable's place names it
   * @param task it was entered for; empty: for a process or the configuration
   */
  void keep(
      BusinessId business, String id, byte[] sealed, String by, Instant at, Optional<TaskId> task);

  /**
   * Deletes what was entered for a variable before this instant and is of no use any more: its task
   * was never made or is gone, and no process, configuration or light app refers to it.
   *
   * @return how many
   */
  int clean(Instant before);

  /**
   * Gives every secret to be sealed anew, and stores what comes back; each in a transaction of its
   * own.
   *
   * @param anew what was sealed, to the same sealed anew; empty: it stays
   * @return how many were stored
   */
  int reseal(Function<byte[], Optional<byte[]>> anew);

  /** False where it is not there. */
  boolean delete(BusinessId business, String name);

  /** A secret in a list. */
  record Entry(String name, String changedBy, Instant changedAt) {}
}
