package org.standardops.services.fake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.services.port.Business;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.FollowerRight;

/** Businesses in memory. */
public final class InMemoryBusinessStore implements BusinessStore {

  private final Map<String, Business> businesses = new TreeMap<>();

  @Override
  public Optional<Business> find(BusinessId id) {
    return Optional.ofNullable(businesses.get(id.value()));
  }

  @Override
  public Page<Business> list(Page.Request page) {
    return Pages.of(List.copyOf(businesses.values()), business -> business.id().value(), page);
  }

  @Override
  public List<Business> of(String account) {
    return businesses.values().stream()
        .filter(
            business ->
                business.admins().contains(account) || business.followers().containsKey(account))
        .toList();
  }

  @Override
  public boolean create(Business business) {
    return businesses.putIfAbsent(business.id().value(), business) == null;
  }

  @Override
  public boolean setAdmins(BusinessId id, List<String> admins) {
    return change(id, admins, find(id).map(Business::followers).orElse(Map.of()));
  }

  @Override
  public boolean setFollower(
      BusinessId id, String account, Map<String, Set<FollowerRight>> rights) {
    Map<String, Map<String, Set<FollowerRight>>> followers =
        new HashMap<>(find(id).map(Business::followers).orElse(Map.of()));
    followers.put(account, rights);
    return change(id, find(id).map(Business::admins).orElse(List.of()), followers);
  }

  @Override
  public boolean removeFollower(BusinessId id, String account) {
    Map<String, Map<String, Set<FollowerRight>>> followers =
        new HashMap<>(find(id).map(Business::followers).orElse(Map.of()));
    return followers.remove(account) != null
        && change(id, find(id).map(Business::admins).orElse(List.of()), followers);
  }

  private boolean change(
      BusinessId id, List<String> admins, Map<String, Map<String, Set<FollowerRight>>> followers) {
    return businesses.computeIfPresent(
            id.value(),
            (key, before) -> new Business(id, before.name(), admins, followers, before.createdAt()))
        != null;
  }
}
