package org.standardops.services.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TextLimit;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.platform.PlatformBusiness;
import org.standardops.services.BusinessService;
import org.standardops.services.Caller;
import org.standardops.services.port.AccountStore;
import org.standardops.services.port.Business;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.FollowerRight;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** Businesses and the roles in them. */
@Component
public final class BusinessUseCases implements BusinessService {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final TextLimit NAME = TextLimit.name(128);

  private final ConfigurationPlatform platform;
  private final PlatformEditing editing;
  private final BusinessStore businesses;
  private final AccountStore accounts;
  private final ProcessStore processes;
  private final Permissions permissions;
  private final InstantSource clock;

  @Activate
  public BusinessUseCases(
      @Reference ConfigurationPlatform platform,
      @Reference BusinessStore businesses,
      @Reference AccountStore accounts,
      @Reference ProcessStore processes) {
    this(platform, businesses, accounts, processes, InstantSource.system());
  }

  BusinessUseCases(
      ConfigurationPlatform platform,
      BusinessStore businesses,
      AccountStore accounts,
      ProcessStore processes,
      InstantSource clock) {
    this.platform = platform;
    this.editing = new PlatformEditing(platform);
    this.businesses = businesses;
    this.accounts = accounts;
    this.processes = processes;
    this.permissions = new Permissions(businesses);
    this.clock = clock;
  }

  @Override
  public Page<Business> list(Caller caller, Page.Request page) {
    permissions.require(caller, Operation.LIST_BUSINESSES);
    return caller.platformAdmin()
        ? businesses.list(page)
        : page(
            businesses.of(caller.name()).stream()
                .sorted(
                    Comparator.comparing(Business::createdAt)
                        .reversed()
                        .thenComparing(business -> business.id().value()))
                .toList(),
            page);
  }

  /** The few businesses of one person are read at once; the cursor is the last one's id. */
  private static Page<Business> page(List<Business> all, Page.Request page) {
    int from = page.cursor().map(cursor -> after(all, cursor)).orElse(0);
    int to = Math.min(all.size(), from + page.limit());
    return new Page<>(
        all.subList(from, to),
        to < all.size() ? Optional.of(all.get(to - 1).id().value()) : Optional.empty());
  }

  private static int after(List<Business> all, String cursor) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().value().equals(cursor)) {
        return i + 1;
      }
    }
    throw new ProductException(
        ErrorCode.UNREADABLE, "This cursor is none that this list gave; begin without one.");
  }

  @Override
  public Business get(Caller caller, BusinessId id) {
    permissions.requireOrPlatformAdmin(caller, Operation.SEE_BUSINESS, id);
    return load(id);
  }

  @Override
  public Business create(Caller caller, BusinessId id, String name) {
    permissions.require(caller, Operation.CREATE_BUSINESS);
    List<Fault> faults = new ArrayList<>();
    if (!ID.matcher(id.value()).matches()) {
      faults.add(
          new Fault("/id", "INVALID_ID", "An id is up to 64 letters, digits, _ and -, not first."));
    }
    faults.addAll(NAME.check("/name", name));
    refuse(faults);
    PlatformBusiness business =
        new PlatformBusiness(id, name, List.of(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (!editing.required().create(business)) {
      throw new ProductException(
          ErrorCode.ALREADY_EXISTS, "There is a business with the id " + id + " already.");
    }
    return load(id);
  }

  @Override
  public Business setAdmins(Caller caller, BusinessId id, List<String> admins) {
    permissions.requirePlatformAdmin(caller, Operation.SET_BUSINESS_ADMINS, id);
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < admins.size(); i++) {
      if (accounts.find(admins.get(i)).isEmpty()) {
        faults.add(
            new Fault(
                "/admins/" + i, "UNKNOWN_PERSON", "There is no account of this name; make it."));
      }
    }
    refuse(faults);
    admins.forEach(editing::know);
    if (!editing.required().setOps(id, admins)) {
      throw ProductException.notFound("The business " + id);
    }
    return load(id);
  }

  @Override
  public List<Follower> followers(Caller caller, BusinessId id) {
    permissions.require(caller, Operation.LIST_FOLLOWERS, id);
    Business business = load(id);
    List<Follower> all = new ArrayList<>();
    business.followers().forEach((name, may) -> all.add(new Follower(name, may, false)));
    business.suspended().forEach((name, may) -> all.add(new Follower(name, may, true)));
    all.sort(Comparator.comparing(Follower::account));
    return all;
  }

  @Override
  public Follower setFollower(
      Caller caller, BusinessId id, String account, Map<String, Set<FollowerRight>> rights) {
    permissions.require(caller, Operation.SET_FOLLOWER, id);
    if (accounts.find(account).isEmpty()) {
      throw ProductException.notFound("The person " + account);
    }
    List<Fault> faults = new ArrayList<>();
    if (platform.related(id, List.of(account)).isEmpty()) {
      faults.add(
          new Fault(
              "/user",
              "NOT_RELATED",
              "This person is not related to the business; choose one of GET .../people."));
    }
    faults.addAll(faults(id, rights));
    refuse(faults);
    Map<String, Set<FollowerRight>> granted = new LinkedHashMap<>();
    rights.forEach((process, may) -> granted.put(process, withView(may)));
    if (!businesses.setFollower(id, account, granted)) {
      throw ProductException.notFound("The business " + id);
    }
    return new Follower(account, granted, false);
  }

  /** Pointers count the rights in the order of the map. */
  private List<Fault> faults(BusinessId business, Map<String, Set<FollowerRight>> rights) {
    List<Fault> faults = new ArrayList<>();
    if (rights.isEmpty()) {
      faults.add(
          new Fault(
              "/rights", "MISSING", "Grant at least one right, or DELETE the follower instead."));
    }
    int i = 0;
    for (Map.Entry<String, Set<FollowerRight>> right : rights.entrySet()) {
      if (!right.getKey().equals(Access.ALL_PROCESSES) && !isOf(business, right.getKey())) {
        faults.add(
            new Fault(
                "/rights/" + i + "/process",
                "UNKNOWN_PROCESS",
                "This is no process of the business; * stands for all."));
      }
      if (right.getValue().isEmpty()) {
        faults.add(new Fault("/rights/" + i + "/may", "MISSING", "Name at least one right."));
      }
      i++;
    }
    return faults;
  }

  private boolean isOf(BusinessId business, String process) {
    return !process.isEmpty()
        && processes
            .find(new ProcessId(process))
            .filter(stored -> stored.business().equals(business))
            .isPresent();
  }

  private static Set<FollowerRight> withView(Set<FollowerRight> may) {
    Set<FollowerRight> all = EnumSet.of(FollowerRight.VIEW);
    all.addAll(may);
    return all;
  }

  @Override
  public void removeFollower(Caller caller, BusinessId id, String account) {
    permissions.require(caller, Operation.REMOVE_FOLLOWER, id);
    if (!businesses.removeFollower(id, account)) {
      throw ProductException.notFound("The follower " + account);
    }
  }

  private Business load(BusinessId id) {
    return businesses.find(id).orElseThrow(() -> ProductException.notFound("The business " + id));
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
  }
}
