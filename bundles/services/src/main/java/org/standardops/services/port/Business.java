package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.model.BusinessId;

/**
 * A business with those who have a role in it now.
 *
 * @param admins names of those with the business OPS role
 * @param followers rights by name: process id, or {@code *} for all, to what may be done
 * @param suspended the same, of those who are not related to the business any more: they have no
 *     rights until they are related again
 */
public record Business(
    BusinessId id,
    String name,
    List<String> admins,
    Map<String, Map<String, Set<FollowerRight>>> followers,
    Map<String, Map<String, Set<FollowerRight>>> suspended,
    Instant createdAt) {

  public Business {
    admins = List.copyOf(admins);
    followers = Map.copyOf(followers);
    suspended = Map.copyOf(suspended);
  }

  /** A business in which nobody is suspended. */
  public Business(
      BusinessId id,
      String name,
      List<String> admins,
      Map<String, Map<String, Set<FollowerRight>>> followers,
      Instant createdAt) {
    this(id, name, admins, followers, Map.of(), createdAt);
  }
}
