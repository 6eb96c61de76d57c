package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.model.BusinessId;

/**
 * A business's own access to outside systems, sealed. Each call is one transaction. Thread-safe.
 */
public interface ConnectionStore {

  Optional<StoredConnection> find(BusinessId business, String system);

  /** All of a business, by system. */
  List<StoredConnection> list(BusinessId business);

  /**
   * Stores one, as the version after the one that it names; 0 where there is none yet.
   *
   * @return false, and nothing is stored, where another version is there
   */
  boolean replace(StoredConnection connection);

  /** False where this version is not there. */
  boolean delete(BusinessId business, String system, long version);

  /**
   * A connection as it is kept.
   *
   * @param settings sealed as a whole
   * @param version counts changes, from 1
   */
  record StoredConnection(
      BusinessId business,
      String system,
      byte[] settings,
      String changedBy,
      Instant changedAt,
      long version) {}
}
