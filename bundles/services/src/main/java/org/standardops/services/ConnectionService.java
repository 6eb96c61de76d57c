package org.standardops.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.standardops.model.BusinessId;

/**
 * A business's own access to outside systems, which its tasks use in the place of the server's.
 * Business admins only; refusals as in {@link TaskService}; NOT_FOUND for a system that is not
 * known. Thread-safe.
 */
public interface ConnectionService {

  /** One for each known system, by its name. */
  List<ConnectionView> list(Caller caller, BusinessId business);

  ConnectionView find(Caller caller, BusinessId business, String system);

  /**
   * Sets all of it.
   *
   * @param expectedVersion of the connection that the change is based on; empty: of any
   * @param settings by the system's schema; where that says secret, a text to be sealed, {@code
   *     {"secret": "<name>"}} for a secret of the business, or {@code {"secret": true}} for what is
   *     there
   * @throws org.standardops.model.ProductException INVALID with every fault, ETAG_CHANGED
   */
  ConnectionView replace(
      Caller caller,
      BusinessId business,
      String system,
      OptionalLong expectedVersion,
      Map<String, Object> settings);

  /** The server's access counts again; NOT_FOUND where the business has none of its own. */
  void delete(Caller caller, BusinessId business, String system, OptionalLong expectedVersion);

  /**
   * A connection as it may be seen.
   *
   * @param schema JSON Schema of the settings, with titles
   * @param settings the business's own, {@code {"secret": true}} in the place of a sealed one
   * @param change empty where the business has no access of its own
   * @param version 0 where the business has no access of its own
   */
  record ConnectionView(
      String system,
      Map<String, Object> schema,
      Map<String, Object> settings,
      Optional<Change> change,
      long version) {}

  /** Who changed it last. */
  record Change(String by, Instant at) {}
}
