package org.standardops.platform.local.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.platform.Host;
import org.standardops.platform.Person;
import org.standardops.platform.PlatformBusiness;
import org.standardops.platform.PlatformChanges;
import org.standardops.platform.local.port.LocalPlatformStore;

/**
 * A configuration platform of our own, for where there is no other: it can be changed from here.
 */
@Component(service = ConfigurationPlatform.class)
public final class LocalPlatform implements ConfigurationPlatform, PlatformChanges {

  private final LocalPlatformStore store;

  @Activate
  public LocalPlatform(@Reference LocalPlatformStore store) {
    this.store = store;
  }

  @Override
  public Optional<PlatformChanges> changes() {
    return Optional.of(this);
  }

  @Override
  public Optional<Person> person(String name) {
    return store.people(List.of(name)).stream().findFirst();
  }

  @Override
  public List<Person> people(Collection<String> names) {
    return names.isEmpty() ? List.of() : store.people(names);
  }

  @Override
  public Optional<PlatformBusiness> business(BusinessId id) {
    return store.business(id);
  }

  @Override
  public Page<PlatformBusiness> businesses(Page.Request page) {
    return store.businesses(page);
  }

  @Override
  public List<PlatformBusiness> businessesOf(String person) {
    return store.businessesOf(person);
  }

  @Override
  public Set<String> related(BusinessId id, Collection<String> names) {
    return names.isEmpty() ? Set.of() : store.related(id, names);
  }

  @Override
  public List<Person> search(BusinessId id, String part, int limit) {
    return store.search(id, part, limit);
  }

  @Override
  public List<Host> hosts(BusinessId id) {
    return store.hosts(id);
  }

  @Override
  public void save(Person person) {
    store.save(person);
  }

  @Override
  public void forget(String person) {
    store.delete(person);
  }

  @Override
  public boolean create(PlatformBusiness business) {
    return store.create(business);
  }

  @Override
  public boolean setOps(BusinessId id, List<String> people) {
    return store.setOps(id, people.stream().distinct().toList());
  }

  @Override
  public boolean relate(BusinessId id, String person) {
    return store.relate(id, person);
  }

  @Override
  public boolean unrelate(BusinessId id, String person) {
    return store.unrelate(id, person);
  }

  @Override
  public boolean setHosts(BusinessId id, List<Host> hosts) {
    return store.setHosts(id, hosts);
  }
}
