package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.model.BusinessId;

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

  /** False where it is not there. */
  boolean delete(BusinessId business, String name);

  /** A secret in a list. */
  record Entry(String name, String changedBy, Instant changedAt) {}
}
