package org.standardops.services;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.services.port.Business;
import org.standardops.services.port.FollowerRight;

/** Businesses, their admins and followers. Thread-safe. */
public interface BusinessService {

  /** Those in which the caller has a role; all, for the platform admin. */
  Page<Business> list(Caller caller, Page.Request page);

  /** Platform admin. */
  Business create(Caller caller, BusinessId id, String name);

  /** Platform admin; every name must be an account's. */
  Business setAdmins(Caller caller, BusinessId id, List<String> admins);

  /** Business admin. */
  Map<String, Map<String, Set<FollowerRight>>> followers(Caller caller, BusinessId id);

  /** Business admin. */
  Map<String, Set<FollowerRight>> setFollower(
      Caller caller, BusinessId id, String account, Map<String, Set<FollowerRight>> rights);

  /** Business admin. */
  void removeFollower(Caller caller, BusinessId id, String account);
}
