package org.standardops.atom.job.internal;

import java.util.Map;
import java.util.Optional;

/**
 * What one visit to a host came to.
 *
 * @param result present once it is known
 * @param variables that its script has set
 * @param more true where the next visit has something to read or do at once
 */
record HostStep(
    HostProgress progress,
    Optional<HostResult> result,
    Map<String, String> variables,
    boolean more) {

  static HostStep on(HostProgress progress) {
    return new HostStep(progress, Optional.empty(), Map.of(), false);
  }

  static HostStep soon(HostProgress progress) {
    return new HostStep(progress, Optional.empty(), Map.of(), true);
  }

  static HostStep result(HostProgress progress, HostResult result) {
    return new HostStep(progress, Optional.of(result), Map.of(), true);
  }
}
