package org.standardops.atom.job.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.standardops.atom.job.internal.HostProgress.Phase;

/**
 * How far the work at all hosts is; what a handle holds, small enough for a thousand of them.
 *
 * @param hosts in the order of the parameters
 * @param cursor the host that the next round begins with
 */
record Progress(List<HostProgress> hosts, int cursor) {

  Progress {
    hosts = List.copyOf(hosts);
  }

  static Progress of(Map<String, Object> handle) {
    String phases = (String) handle.get("phases");
    List<?> offsets = (List<?>) handle.get("offsets");
    Map<?, ?> troubles = (Map<?, ?>) handle.get("troubles");
    List<HostProgress> hosts = new ArrayList<>();
    for (int i = 0; i < phases.length(); i++) {
      List<?> trouble =
          troubles.get(String.valueOf(i)) instanceof List<?> list ? list : List.of(0, 0);
      hosts.add(
          new HostProgress(
              Phase.of(phases.charAt(i)),
              number(offsets.get(i)),
              (int) number(trouble.get(0)),
              number(trouble.get(1))));
    }
    return new Progress(hosts, (int) number(handle.get("cursor")));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  Map<String, Object> handle() {
    StringBuilder phases = new StringBuilder();
    List<Object> offsets = new ArrayList<>();
    Map<String, Object> troubles = new TreeMap<>();
    for (int i = 0; i < hosts.size(); i++) {
      HostProgress host = hosts.get(i);
      phases.append(host.phase().letter());
      offsets.add(host.offset());
      if (host.troubles() > 0) {
        troubles.put(String.valueOf(i), List.of(host.troubles(), host.troubledSince()));
      }
    }
    Map<String, Object> handle = new HashMap<>();
    handle.put("phases", phases.toString());
    handle.put("offsets", offsets);
    handle.put("troubles", troubles);
    handle.put("cursor", cursor);
    return handle;
  }

  /** Where an answer was lost, what had not begun may have. */
  Progress mayHaveBegun() {
    return new Progress(
        hosts.stream()
            .map(host -> host.phase() == Phase.TO_START ? host.to(Phase.MAY_RUN) : host)
            .toList(),
        cursor);
  }

  long count(Phase phase) {
    return hosts.stream().filter(host -> host.phase() == phase).count();
  }

  /** How many have their result. */
  long ended() {
    return count(Phase.ENDED) + count(Phase.DONE);
  }

  boolean isDone() {
    return count(Phase.DONE) == hosts.size();
  }

  /** Places of hosts that something is to be done at, those that waited longest first. */
  List<Integer> open() {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      int place = (cursor + i) % hosts.size();
      if (hosts.get(place).phase() != Phase.DONE) {
        open.add(place);
      }
    }
    return open;
  }
}
