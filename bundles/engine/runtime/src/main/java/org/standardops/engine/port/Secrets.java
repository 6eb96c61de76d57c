package org.standardops.engine.port;

import java.util.Optional;
import org.standardops.model.BusinessId;

/** Secrets of businesses, opened for the call of an atom and for nothing else. Thread-safe. */
public interface Secrets {

  /**
   * The secret itself.
   *
   * @param name as an author wrote it; or {@code ~} and the id in a {@link
   *     org.standardops.model.SealedText}
   * @return empty where the business has none of this name
   * @throws StoreUnavailableException while the database is away
   * @throws IllegalArgumentException where it was sealed with another key
   */
  Optional<String> find(BusinessId business, String name);
}
