package org.standardops.services.port;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.model.BusinessId;

/**
 * Where it is kept who was authorised as a follower; whether that holds now is for the
 * configuration platform to say. Each call is one transaction. Thread-safe.
 */
public interface FollowerStore {

  /** What was granted in a business: by account, by process. */
  Map<String, Map<String, Set<FollowerRight>>> of(BusinessId business);

  /** Businesses in which something was granted to this account, by id. */
  List<BusinessId> businessesOf(String account);

  /** Replaces what was granted to this account. */
  void set(BusinessId business, String account, Map<String, Set<FollowerRight>> rights);

  /** False where nothing was granted. */
  boolean remove(BusinessId business, String account);
}
