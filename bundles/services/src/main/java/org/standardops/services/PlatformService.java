package org.standardops.services;

import java.util.List;
import org.standardops.model.BusinessId;
import org.standardops.platform.Host;
import org.standardops.platform.Person;

/**
 * People and hosts of a business, as the configuration platform knows them. Changes are the
 * platform admin's, and refused (STATE_FORBIDS) where another system keeps them. Thread-safe.
 */
public interface PlatformService {

  /** At most so many people are found by one search. */
  int MOST_PEOPLE = 1000;

  /** At most so many hosts has a business. */
  int MOST_HOSTS = 5000;

  /**
   * The personnel selector: related people by name; business admin or platform admin.
   *
   * @param part of a name or display name; empty: everyone
   */
  List<Person> people(Caller caller, BusinessId business, String part);

  /** Relates a person who has an account, or whom the platform knows. */
  Person relate(Caller caller, BusinessId business, String person);

  /** Ends a relation, and with it every role in the business at once. */
  void unrelate(Caller caller, BusinessId business, String person);

  /**
   * Hosts, for anyone with a role in the business, and the platform admin.
   *
   * @param part of a host's address or name; empty: all
   * @param group that they are in; empty: any
   */
  List<Host> hosts(Caller caller, BusinessId business, String part, String group);

  /** Replaces all hosts. */
  List<Host> setHosts(Caller caller, BusinessId business, List<Host> hosts);
}
