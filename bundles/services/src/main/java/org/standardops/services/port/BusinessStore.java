package org.standardops.services.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;

/** Where businesses and their roles are kept. Each call is one transaction. Thread-safe. */
public interface BusinessStore {

  Optional<Business> find(BusinessId id);

  Page<Business> list(Page.Request page);

  /** Businesses in which this account is admin or follower, by id. */
  List<Business> of(String account);

  /** False where the id is taken. */
  boolean create(Business business);

  /** False where the business is not there. */
  boolean setAdmins(BusinessId id, List<String> admins);

  /** False where the business is not there. */
  boolean setFollower(BusinessId id, String account, Map<String, Set<FollowerRight>> rights);

  /** False where there was no such follower. */
  boolean removeFollower(BusinessId id, String account);
}
