package org.standardops.services.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.HostKeys;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.TextLimit;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.platform.Host;
import org.standardops.platform.Person;
import org.standardops.services.Caller;
import org.standardops.services.PlatformService;
import org.standardops.services.port.AccountStore;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** People and hosts of a business. */
@Component
public final class PlatformUseCases implements PlatformService {

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._:%-]{1,253}");

  private final ConfigurationPlatform platform;
  private final PlatformEditing editing;
  private final AccountStore accounts;
  private final KnownHostKeys hostKeys;
  private final Permissions permissions;

  @Activate
  public PlatformUseCases(
      @Reference ConfigurationPlatform platform,
      @Reference AccountStore accounts,
      @Reference BusinessStore businesses,
      @Reference HostKeys hostKeys) {
    this.platform = platform;
    this.hostKeys = new KnownHostKeys(hostKeys);
    this.editing = new PlatformEditing(platform);
    this.accounts = accounts;
    this.permissions = new Permissions(businesses);
  }

  @Override
  public List<Person> people(Caller caller, BusinessId business, String part) {
    permissions.requireOrPlatformAdmin(caller, Operation.LIST_BUSINESS_PEOPLE, business);
    return platform.search(business, part.strip(), MOST_PEOPLE);
  }

  @Override
  public Person relate(Caller caller, BusinessId business, String person) {
    permissions.requirePlatformAdmin(caller, Operation.RELATE_PERSON, business);
    if (platform.person(person).isEmpty()) {
      if (accounts.find(person).isEmpty()) {
        throw ProductException.notFound("The person " + person);
      }
      editing.know(person);
    }
    if (!editing.required().relate(business, person)) {
      throw ProductException.notFound("The business " + business);
    }
    return platform.person(person).orElseGet(() -> Person.named(person));
  }

  @Override
  public void unrelate(Caller caller, BusinessId business, String person) {
    permissions.requirePlatformAdmin(caller, Operation.UNRELATE_PERSON, business);
    if (!editing.required().unrelate(business, person)) {
      throw ProductException.notFound("The person " + person + " in the business");
    }
  }

  @Override
  public List<Host> hosts(Caller caller, BusinessId business, String part, String group) {
    permissions.requireOrPlatformAdmin(caller, Operation.LIST_HOSTS, business);
    String lower = part.strip().toLowerCase(Locale.ROOT);
    return hostKeys.shown(business, platform.hosts(business)).stream()
        .filter(
            host ->
                host.host().toLowerCase(Locale.ROOT).contains(lower)
                    || host.name().toLowerCase(Locale.ROOT).contains(lower))
        .filter(host -> group.isEmpty() || host.groups().contains(group))
        .toList();
  }

  @Override
  public List<Host> setHosts(Caller caller, BusinessId business, List<Host> hosts) {
    permissions.requirePlatformAdmin(caller, Operation.SET_HOSTS, business);
    List<Fault> faults = faults(hosts);
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    if (!editing.required().setHosts(business, KnownHostKeys.without(hosts))) {
      throw ProductException.notFound("The business " + business);
    }
    hostKeys.set(business, hosts);
    return hostKeys.shown(business, KnownHostKeys.without(hosts));
  }

  private static List<Fault> faults(List<Host> hosts) {
    List<Fault> faults = new ArrayList<>();
    if (hosts.size() > MOST_HOSTS) {
      faults.add(
          new Fault("/hosts", "TOO_LONG", "A business has at most " + MOST_HOSTS + " hosts."));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < hosts.size(); i++) {
      Host host = hosts.get(i);
      String at = "/hosts/" + i;
      if (!ADDRESS.matcher(host.host()).matches()) {
        faults.add(new Fault(at + "/host", "INVALID_VALUE", "This is no host name or address."));
      }
      if (host.port() < 1 || host.port() > 65_535) {
        faults.add(new Fault(at + "/port", "OUT_OF_RANGE", "A port is 1 to 65535."));
      }
      if (!seen.add(host.host().toLowerCase(Locale.ROOT) + " " + host.port())) {
        faults.add(new Fault(at, "DUPLICATE", "This host and port stand in the list before."));
      }
      faults.addAll(TextLimit.line(128).check(at + "/name", host.name()));
      faults.addAll(TextLimit.line(64).check(at + "/user", host.user()));
      host.credential()
          .ifPresent(
              secret -> faults.addAll(TextLimit.name(64).check(at + "/credential/secret", secret)));
      host.hostKey().ifPresent(key -> faults.addAll(KnownHostKeys.check(at + "/hostKey", key)));
      for (int g = 0; g < host.groups().size(); g++) {
        faults.addAll(TextLimit.name(64).check(at + "/groups/" + g, host.groups().get(g)));
      }
    }
    return faults;
  }
}
