package org.standardops.atom.job.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.standardops.atom.Outcome;
import org.standardops.atom.Touched;
import org.standardops.atom.job.internal.HostResult.State;

/** What the results of all hosts together come to. */
final class Endings {

  private static final int MOST_TOLD = 20;

  private Endings() {}

  static Outcome of(List<String> hosts, Ledger ledger, String failureCode) {
    List<HostResult> results =
        hosts.stream().map(ledger::result).flatMap(Optional::stream).toList();
    List<HostResult> failed = results.stream().filter(result -> !result.succeeded()).toList();
    List<HostResult> unknown =
        results.stream().filter(result -> result.state() == State.UNKNOWN).toList();
    if (!unknown.isEmpty()) {
      return new Outcome.Unknown(
          "At %d of %d hosts nobody can tell what came of it. Look there, then decide. %s"
              .formatted(unknown.size(), hosts.size(), told(unknown)));
    }
    if (failed.isEmpty()) {
      return new Outcome.Succeeded(ledger.outputs(hosts));
    }
    boolean untouched = results.stream().allMatch(result -> result.state() == State.NOT_STARTED);
    return new Outcome.Failed(
        failureCode,
        "%d of %d hosts failed. %s".formatted(failed.size(), hosts.size(), told(failed)),
        true,
        untouched ? Touched.NO : Touched.YES,
        ledger.outputs(hosts));
  }

  private static String told(List<HostResult> results) {
    return results.stream()
            .limit(MOST_TOLD)
            .map(result -> result.host() + ": " + result.told())
            .collect(Collectors.joining("; "))
        + (results.size() > MOST_TOLD ? "; and " + (results.size() - MOST_TOLD) + " more" : "")
        + ".";
  }
}
