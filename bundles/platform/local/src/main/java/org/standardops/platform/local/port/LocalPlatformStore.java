package org.standardops.platform.local.port;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.platform.Host;
import org.standardops.platform.Person;
import org.standardops.platform.PlatformBusiness;

/** Where the local platform keeps its records. Each call is one transaction. Thread-safe. */
public interface LocalPlatformStore {

  List<Person> people(Collection<String> names);

  /** Stores the person, new or changed. */
  void save(Person person);

  /** Removes the person with its relations, where it is there. */
  void delete(String person);

  Optional<PlatformBusiness> business(BusinessId id);

  /** Newest first. */
  Page<PlatformBusiness> businesses(Page.Request page);

  /** Those the person is related to, by id. */
  List<PlatformBusiness> businessesOf(String person);

  /** False where the id is taken. */
  boolean create(PlatformBusiness business);

  /** False where the business is not there; who had the role and has it no more stays related. */
  boolean setOps(BusinessId id, List<String> people);

  /** False where the business is not there. */
  boolean relate(BusinessId id, String person);

  /** False where there was no such relation. */
  boolean unrelate(BusinessId id, String person);

  Set<String> related(BusinessId id, Collection<String> names);

  /** Related people with this part in name or display name, whatever its case, by name. */
  List<Person> search(BusinessId id, String part, int limit);

  List<Host> hosts(BusinessId id);

  /** False where the business is not there. */
  boolean setHosts(BusinessId id, List<Host> hosts);
}
