package org.standardops.rest.fake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.standardops.model.BusinessId;
import org.standardops.model.ProductException;
import org.standardops.platform.Host;
import org.standardops.platform.Person;
import org.standardops.services.Caller;
import org.standardops.services.PlatformService;

/** One list of people and one of hosts, whatever the business. */
public final class FakePlatform implements PlatformService {

  private final Map<String, Person> people = new ConcurrentSkipListMap<>();
  private volatile List<Host> hosts = List.of();

  @Override
  public List<Person> people(Caller caller, BusinessId business, String part) {
    return people.values().stream().filter(person -> person.name().contains(part)).toList();
  }

  @Override
  public Person relate(Caller caller, BusinessId business, String person) {
    people.put(person, Person.named(person));
    return people.get(person);
  }

  @Override
  public void unrelate(Caller caller, BusinessId business, String person) {
    if (people.remove(person) == null) {
      throw ProductException.notFound("The person " + person);
    }
  }

  @Override
  public List<Host> hosts(Caller caller, BusinessId business, String part, String group) {
    return hosts.stream()
        .filter(host -> host.host().contains(part))
        .filter(host -> group.isEmpty() || host.groups().contains(group))
        .toList();
  }

  @Override
  public List<Host> setHosts(Caller caller, BusinessId business, List<Host> all) {
    hosts = all;
    return all;
  }
}
