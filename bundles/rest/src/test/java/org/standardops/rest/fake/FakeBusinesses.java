package org.standardops.rest.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.services.BusinessService;
import org.standardops.services.Caller;
import org.standardops.services.port.Business;
import org.standardops.services.port.FollowerRight;

/** Businesses in memory; anyone may do anything. */
public final class FakeBusinesses implements BusinessService {

  private final Map<String, Business> all = new ConcurrentSkipListMap<>();
  private final Map<String, Map<String, Set<FollowerRight>>> followers = new TreeMap<>();

  @Override
  public Page<Business> list(Caller caller, Page.Request page) {
    return Lists.page(new ArrayList<>(all.values()), page);
  }

  @Override
  public Business create(Caller caller, BusinessId id, String name) {
    all.put(id.value(), new Business(id, name, List.of(), Map.of(), Instant.now()));
    return all.get(id.value());
  }

  @Override
  public Business setAdmins(Caller caller, BusinessId id, List<String> admins) {
    Business old = all.get(id.value());
    all.put(id.value(), new Business(id, old.name(), admins, Map.of(), old.createdAt()));
    return all.get(id.value());
  }

  @Override
  public Business get(Caller caller, BusinessId id) {
    return Optional.ofNullable(all.get(id.value()))
        .orElseThrow(() -> ProductException.notFound("The business " + id));
  }

  @Override
  public List<Follower> followers(Caller caller, BusinessId id) {
    return followers.entrySet().stream()
        .map(follower -> new Follower(follower.getKey(), follower.getValue(), false))
        .toList();
  }

  @Override
  public Follower setFollower(
      Caller caller, BusinessId id, String account, Map<String, Set<FollowerRight>> rights) {
    followers.put(account, rights);
    return new Follower(account, rights, false);
  }

  @Override
  public void removeFollower(Caller caller, BusinessId id, String account) {
    followers.remove(account);
  }
}
