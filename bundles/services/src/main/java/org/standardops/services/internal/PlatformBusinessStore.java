package org.standardops.services.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.platform.PlatformBusiness;
import org.standardops.services.port.Business;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.FollowerRight;
import org.standardops.services.port.FollowerStore;

/** Asks the platform at each call and remembers nothing, so that a role lost there is lost here. */
@Component
public final class PlatformBusinessStore implements BusinessStore {

  private final ConfigurationPlatform platform;
  private final FollowerStore followers;

  @Activate
  public PlatformBusinessStore(
      @Reference ConfigurationPlatform platform, @Reference FollowerStore followers) {
    this.platform = platform;
    this.followers = followers;
  }

  @Override
  public Optional<Business> find(BusinessId id) {
    return platform.business(id).map(this::withFollowers);
  }

  @Override
  public Page<Business> list(Page.Request page) {
    return platform.businesses(page).map(this::withFollowers);
  }

  @Override
  public List<Business> of(String account) {
    return platform.businessesOf(account).stream()
        .map(this::withFollowers)
        .filter(
            business ->
                business.admins().contains(account) || business.followers().containsKey(account))
        .sorted(Comparator.comparing(business -> business.id().value()))
        .toList();
  }

  @Override
  public boolean isRelated(BusinessId id, String person) {
    return !platform.related(id, List.of(person)).isEmpty();
  }

  @Override
  public boolean setFollower(
      BusinessId id, String account, Map<String, Set<FollowerRight>> rights) {
    boolean there = platform.business(id).isPresent();
    if (there) {
      followers.set(id, account, rights);
    }
    return there;
  }

  @Override
  public boolean removeFollower(BusinessId id, String account) {
    return followers.remove(id, account);
  }

  private Business withFollowers(PlatformBusiness business) {
    Map<String, Map<String, Set<FollowerRight>>> granted = followers.of(business.id());
    Set<String> related = platform.related(business.id(), granted.keySet());
    Map<Boolean, Map<String, Map<String, Set<FollowerRight>>>> byRelation =
        granted.entrySet().stream()
            .collect(
                Collectors.partitioningBy(
                    follower -> related.contains(follower.getKey()),
                    Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    return new Business(
        business.id(),
        business.name(),
        business.ops(),
        byRelation.get(true),
        byRelation.get(false),
        business.createdAt());
  }
}
