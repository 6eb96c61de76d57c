package org.standardops.services.fake;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.platform.Host;
import org.standardops.platform.Person;
import org.standardops.platform.PlatformBusiness;
import org.standardops.platform.PlatformChanges;

/** A configuration platform in memory, which can be made one that is changed elsewhere. */
public final class InMemoryPlatform implements ConfigurationPlatform, PlatformChanges {

  private final Map<String, Person> people = new TreeMap<>();
  private final Map<String, PlatformBusiness> businesses = new TreeMap<>();
  private final Map<String, Set<String>> related = new TreeMap<>();
  private final Map<String, List<Host>> hosts = new TreeMap<>();
  private boolean changedElsewhere;

  public void changedElsewhere() {
    changedElsewhere = true;
  }

  @Override
  public Optional<PlatformChanges> changes() {
    return changedElsewhere ? Optional.empty() : Optional.of(this);
  }

  @Override
  public Optional<Person> person(String name) {
    return Optional.ofNullable(people.get(name));
  }

  @Override
  public List<Person> people(Collection<String> names) {
    return names.stream().map(this::person).flatMap(Optional::stream).toList();
  }

  @Override
  public Optional<PlatformBusiness> business(BusinessId id) {
    return Optional.ofNullable(businesses.get(id.value()));
  }

  @Override
  public Page<PlatformBusiness> businesses(Page.Request page) {
    return Pages.of(List.copyOf(businesses.values()), business -> business.id().value(), page);
  }

  @Override
  public List<PlatformBusiness> businessesOf(String person) {
    return businesses.values().stream()
        .filter(business -> !related(business.id(), List.of(person)).isEmpty())
        .toList();
  }

  @Override
  public Set<String> related(BusinessId id, Collection<String> names) {
    return names.stream().filter(of(id)::contains).collect(Collectors.toSet());
  }

  private Set<String> of(BusinessId id) {
    return related.computeIfAbsent(id.value(), none -> new HashSet<>());
  }

  @Override
  public List<Person> search(BusinessId id, String part, int limit) {
    String lower = part.toLowerCase(Locale.ROOT);
    return people.values().stream()
        .filter(person -> of(id).contains(person.name()))
        .filter(
            person ->
                (person.name() + "\n" + person.displayName())
                    .toLowerCase(Locale.ROOT)
                    .contains(lower))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Host> hosts(BusinessId id) {
    return hosts.getOrDefault(id.value(), List.of());
  }

  @Override
  public void save(Person person) {
    people.put(person.name(), person);
  }

  @Override
  public void forget(String person) {
    people.remove(person);
    related.values().forEach(names -> names.remove(person));
  }

  @Override
  public boolean create(PlatformBusiness business) {
    of(business.id()).addAll(business.ops());
    return businesses.putIfAbsent(business.id().value(), business) == null;
  }

  @Override
  public boolean setOps(BusinessId id, List<String> ops) {
    of(id).addAll(ops);
    return businesses.computeIfPresent(
            id.value(),
            (key, before) -> new PlatformBusiness(id, before.name(), ops, before.createdAt()))
        != null;
  }

  @Override
  public boolean relate(BusinessId id, String person) {
    of(id).add(person);
    return businesses.containsKey(id.value());
  }

  @Override
  public boolean unrelate(BusinessId id, String person) {
    businesses.computeIfPresent(
        id.value(),
        (key, before) ->
            new PlatformBusiness(
                id,
                before.name(),
                before.ops().stream().filter(name -> !name.equals(person)).toList(),
                before.createdAt()));
    return of(id).remove(person);
  }

  @Override
  public boolean setHosts(BusinessId id, List<Host> all) {
    hosts.put(id.value(), all);
    return businesses.containsKey(id.value());
  }
}
