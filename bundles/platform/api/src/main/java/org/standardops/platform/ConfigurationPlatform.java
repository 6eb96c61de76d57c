package org.standardops.platform;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;

/**
 * Where people, businesses and hosts come from. Asked anew at each use, so that what is gone there
 * is gone here at once. Thread-safe; each call may go over a network, and fails with an unchecked
 * exception while the platform is away.
 */
public interface ConfigurationPlatform {

  /** The person of this name, which is also its account's. */
  Optional<Person> person(String name);

  /** Those of these names that are known, in any order. */
  List<Person> people(Collection<String> names);

  Optional<PlatformBusiness> business(BusinessId id);

  /** All businesses, newest first. */
  Page<PlatformBusiness> businesses(Page.Request page);

  /** The businesses that a person is related to, by id. */
  List<PlatformBusiness> businessesOf(String person);

  /** Which of these names are related to the business; its business OPS people always are. */
  Set<String> related(BusinessId id, Collection<String> names);

  /**
   * People related to a business, for a personnel selector.
   *
   * @param part of the name or display name, whatever its case; empty: everyone
   * @return at most {@code limit}, by name
   */
  List<Person> search(BusinessId id, String part, int limit);

  /** All hosts of a business, in its order; none where the business is not known. */
  List<Host> hosts(BusinessId id);

  /** How to change what is known; empty where another system keeps it. */
  default Optional<PlatformChanges> changes() {
    return Optional.empty();
  }
}
