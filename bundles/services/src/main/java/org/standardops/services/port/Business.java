package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.model.BusinessId;

/**
 * A business with those who have a role in it.
 *
 * @param admins names of accounts
 * @param followers rights by name: process id, or {@code *} for all, to what may be done
 */
public record Business(
    BusinessId id,
    String name,
    List<String> admins,
    Map<String, Map<String, Set<FollowerRight>>> followers,
    Instant createdAt) {

  public Business {
    admins = List.copyOf(admins);
    followers = Map.copyOf(followers);
  }
}
