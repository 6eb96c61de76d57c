package org.standardops.platform;

import java.util.List;
import org.standardops.model.BusinessId;

/**
 * Changes of a configuration platform that can be changed from here. Each call is one transaction.
 * Thread-safe.
 */
public interface PlatformChanges {

  /** Puts the person in the place of the one of this name, where there is one. */
  void save(Person person);

  /** Forgets a person and all it is related to. */
  void forget(String person);

  /** False where the id is taken. */
  boolean create(PlatformBusiness business);

  /**
   * Gives the business OPS role to these people and to no other; who loses it stays related.
   *
   * @return false where the business is not there
   */
  boolean setOps(BusinessId id, List<String> people);

  /** False where the business is not there. */
  boolean relate(BusinessId id, String person);

  /**
   * Ends a relation, and with it the business OPS role.
   *
   * @return false where there was none
   */
  boolean unrelate(BusinessId id, String person);

  /** False where the business is not there. */
  boolean setHosts(BusinessId id, List<Host> hosts);
}
