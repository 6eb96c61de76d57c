package org.standardops.atom.tencent.cdn.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How the URLs of the ended tasks fared.
 *
 * @param failed {@code {url, reason}} of each, as far as a handle has room for them
 * @param failures how many really failed
 */
record Tally(int done, List<Map<String, Object>> failed, int failures) {

  private static final int MOST_CHARACTERS = 24_000;
  private static final int MOST_TO_TELL = 3;

  static Tally none() {
    return new Tally(0, List.of(), 0);
  }

  Tally with(Collection<UrlTasks.Row> ended) {
    List<Map<String, Object>> all = new ArrayList<>(failed);
    int room = MOST_CHARACTERS - failed.stream().mapToInt(f -> f.toString().length()).sum();
    int succeeded = done;
    int unsuccessful = failures;
    for (UrlTasks.Row row : ended) {
      if (row.done()) {
        succeeded++;
        continue;
      }
      unsuccessful++;
      Map<String, Object> entry = Map.of("url", row.url(), "reason", reason(row.status()));
      room -= entry.toString().length();
      if (room >= 0) {
        all.add(entry);
      }
    }
    return new Tally(succeeded, List.copyOf(all), unsuccessful);
  }

  /** The failed ones, for people. */
  String told() {
    StringBuilder told = new StringBuilder();
    failed.stream()
        .limit(MOST_TO_TELL)
        .forEach(f -> told.append(f.get("url")).append(": ").append(f.get("reason")).append("; "));
    if (failures > MOST_TO_TELL) {
      told.append("and ").append(failures - MOST_TO_TELL).append(" more; ");
    }
    return told.substring(0, told.length() - 2) + ".";
  }

  private static String reason(String status) {
    return switch (status) {
      case "fail" -> "status 'fail': the CDN could not do it";
      case "invalid" -> "status 'invalid': the origin answered 4xx or 5xx";
      default -> "status '" + status + "'";
    };
  }
}
