package org.standardops.services.port;

import java.time.Instant;
import java.util.List;

/** Where components are kept. Each call is one transaction. Thread-safe. */
public interface ComponentStore {

  /** Every version of every component, by name and version. */
  List<StoredComponent> list();

  /** Every name, in order. */
  List<String> names();

  /** False, and nothing is stored, where this version is there already. */
  boolean add(StoredComponent component);

  /** False where it is not there. */
  boolean remove(String name, String version);

  /**
   * A version of a component as it is kept.
   *
   * @param sha256 of what it was made from, in hex
   * @param content what was made of that, as JSON
   */
  record StoredComponent(
      String name,
      String version,
      String sha256,
      byte[] content,
      String addedBy,
      Instant addedAt) {}
}
