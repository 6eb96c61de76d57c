package org.standardops.atom.job.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results of hosts and the variables that their scripts have set, as a checkpoint holds them: over
 * crashes, and over retries for those that are not done again.
 *
 * @param intent the key that the results since the last start belong to
 * @param variables by KEY, each with the place in the list of hosts of the one that set it
 */
record Ledger(String intent, Map<String, HostResult> results, Map<String, Setting> variables) {

  private static final int MOST_VARIABLES = 200;
  static final int LONGEST_VALUE = 4_000;
  private static final int MOST_CHARS = 48_000;

  /** A variable's value, and which host set it. */
  record Setting(String value, int place) {}

  Ledger {
    results = Map.copyOf(results);
    variables = Map.copyOf(variables);
  }

  static Ledger empty(String intent) {
    return new Ledger(intent, Map.of(), Map.of());
  }

  static Ledger of(Map<String, Object> checkpoint) {
    Map<String, HostResult> results = new LinkedHashMap<>();
    if (checkpoint.get("results") instanceof List<?> list) {
      for (Object element : list) {
        HostResult result = HostResult.of((Map<?, ?>) element);
        results.put(result.host(), result);
      }
    }
    Map<String, Setting> variables = new LinkedHashMap<>();
    if (checkpoint.get("variables") instanceof Map<?, ?> map) {
      map.forEach(
          (key, setting) -> {
            List<?> pair = (List<?>) setting;
            variables.put(
                (String) key, new Setting((String) pair.get(0), ((Number) pair.get(1)).intValue()));
          });
    }
    return new Ledger(
        checkpoint.get("intent") instanceof String key ? key : "", results, variables);
  }

  Map<String, Object> checkpoint() {
    Map<String, Object> settings = new LinkedHashMap<>();
    variables.forEach(
        (key, setting) -> settings.put(key, List.of(setting.value(), setting.place())));
    return Map.of(
        "intent",
        intent,
        "results",
        results.values().stream().map(HostResult::json).toList(),
        "variables",
        settings);
  }

  Optional<HostResult> result(String host) {
    return Optional.ofNullable(results.get(host));
  }

  /** Only what succeeded, for an attempt that does the others again. */
  Ledger succeededOnly(String newIntent) {
    Map<String, HostResult> kept = new LinkedHashMap<>();
    results.values().stream()
        .filter(HostResult::succeeded)
        .forEach(result -> kept.put(result.host(), result));
    return new Ledger(newIntent, kept, variables);
  }

  Ledger with(Collection<HostResult> more, Map<String, Setting> set) {
    Map<String, HostResult> all = new LinkedHashMap<>(results);
    more.forEach(result -> all.put(result.host(), result));
    Map<String, Setting> settings = new LinkedHashMap<>(variables);
    long chars = settings.values().stream().mapToLong(setting -> setting.value().length()).sum();
    for (Map.Entry<String, Setting> entry : set.entrySet()) {
      Setting old = settings.get(entry.getKey());
      boolean fits =
          (old != null || settings.size() < MOST_VARIABLES)
              && chars + entry.getValue().value().length() <= MOST_CHARS;
      if (fits && (old == null || entry.getValue().place() <= old.place())) {
        settings.put(entry.getKey(), entry.getValue());
        chars += entry.getValue().value().length();
      }
    }
    return new Ledger(intent, all, settings);
  }

  /** As outputs: results in the order of the hosts, and the variables. */
  Map<String, Object> outputs(List<String> hosts) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    variables.forEach((key, setting) -> outputs.put(key, setting.value()));
    List<Object> ordered = new ArrayList<>();
    hosts.forEach(host -> result(host).ifPresent(result -> ordered.add(result.json())));
    outputs.put("results", ordered);
    return outputs;
  }
}
