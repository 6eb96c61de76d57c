package org.standardops.services.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;

/**
 * Businesses with the roles that hold in them now: what the configuration platform says, joined
 * with the followers that were authorised here. Thread-safe.
 */
public interface BusinessStore {

  Optional<Business> find(BusinessId id);

  Page<Business> list(Page.Request page);

  /** Businesses in which this account is admin or follower now, by id. */
  List<Business> of(String account);

  /** Whether somebody is related to the business now; false where either is not known. */
  boolean isRelated(BusinessId id, String person);

  /** False where the business is not there. */
  boolean setFollower(BusinessId id, String account, Map<String, Set<FollowerRight>> rights);

  /** False where there was no such follower, suspended or not. */
  boolean removeFollower(BusinessId id, String account);
}
