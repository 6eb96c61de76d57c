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

  /** Any role in it, or platform admin. */
  Business get(Caller caller, BusinessId id);

  /** Platform admin. */
  Business create(Caller caller, BusinessId id, String name);

  /**
   * Gives the business OPS role, where the configuration platform is kept here. Platform admin;
   * every name must be an account's.
   */
  Business setAdmins(Caller caller, BusinessId id, List<String> admins);

  /** By name, suspended ones among them. Business admin. */
  List<Follower> followers(Caller caller, BusinessId id);

  /** Business admin; the person must be related to the business. */
  Follower setFollower(
      Caller caller, BusinessId id, String account, Map<String, Set<FollowerRight>> rights);

  /** Business admin. */
  void removeFollower(Caller caller, BusinessId id, String account);

  /**
   * A follower.
   *
   * @param rights by process
   * @param suspended not related to the business any more: without rights until it is again
   */
  record Follower(String account, Map<String, Set<FollowerRight>> rights, boolean suspended) {}
}
