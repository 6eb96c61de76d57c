package org.standardops.rest.business;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.standardops.services.BusinessService;
import org.standardops.services.port.FollowerRight;

/**
 * A follower, with what it may do by process.
 *
 * @param suspended not related to the business any more: may do nothing until it is again
 */
public record FollowerView(String user, List<RightsView> rights, boolean suspended) {

  /**
   * What may be done with one process.
   *
   * @param process its id; {@code *} for all
   */
  public record RightsView(String process, Collection<FollowerRight> may) {}

  static FollowerView of(BusinessService.Follower follower) {
    return new FollowerView(
        follower.account(),
        new TreeMap<>(follower.rights())
            .entrySet().stream()
                .map(
                    right ->
                        new RightsView(right.getKey(), right.getValue().stream().sorted().toList()))
                .toList(),
        follower.suspended());
  }

  static Map<String, Set<FollowerRight>> byProcess(List<RightsView> rights) {
    Map<String, Set<FollowerRight>> byProcess = new LinkedHashMap<>();
    for (RightsView right : rights) {
      byProcess
          .computeIfAbsent(right.process(), process -> EnumSet.noneOf(FollowerRight.class))
          .addAll(right.may());
    }
    return byProcess;
  }
}
