package org.standardops.services.fake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.standardops.model.BusinessId;
import org.standardops.services.port.FollowerRight;
import org.standardops.services.port.FollowerStore;

/** Grants in memory. */
public final class InMemoryFollowerStore implements FollowerStore {

  private final Map<String, Map<String, Map<String, Set<FollowerRight>>>> all = new TreeMap<>();

  @Override
  public Map<String, Map<String, Set<FollowerRight>>> of(BusinessId business) {
    return Map.copyOf(all.getOrDefault(business.value(), Map.of()));
  }

  @Override
  public List<BusinessId> businessesOf(String account) {
    return all.entrySet().stream()
        .filter(business -> business.getValue().containsKey(account))
        .map(business -> new BusinessId(business.getKey()))
        .toList();
  }

  @Override
  public void set(BusinessId business, String account, Map<String, Set<FollowerRight>> rights) {
    all.computeIfAbsent(business.value(), none -> new TreeMap<>()).put(account, rights);
  }

  @Override
  public boolean remove(BusinessId business, String account) {
    return all.getOrDefault(business.value(), new TreeMap<>()).remove(account) != null;
  }
}
