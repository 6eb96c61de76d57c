package org.standardops.atom.tencent.cdn.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.standardops.atom.answer.JsonObject;

/** What the CDN tells of its purges or pushes. Changes nothing there. */
record UrlTasks(CdnApi api, TaskKind kind) {

  /** How far the CDN's clock may differ from ours. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(8));
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 100;

  /** The state of one URL in a task. */
  record Row(String taskId, String url, String status) {
    boolean ended() {
      return !status.equals("process");
    }

    boolean done() {
      return status.equals("done");
    }
  }

  /** The URLs of a task; fewer than it has, or none, just after it was made. */
  Collection<Row> of(String taskId) throws CdnApiFailed {
    return rows(Map.of("TaskId", taskId));
  }

  /**
   * The task for exactly these URLs that was made since then.
   *
   * @param known tasks that are others
   */
  Optional<String> find(List<String> urls, Instant since, List<String> known) throws CdnApiFailed {
    Map<String, Object> window =
        Map.of(
            "StartTime", TIME.format(since.minus(SKEW)),
            "EndTime", TIME.format(api.call().clock().instant().plus(SKEW)),
            "Keyword", urls.get(0));
    Set<String> candidates = new LinkedHashSet<>();
    rows(window).forEach(row -> candidates.add(row.taskId()));
    candidates.removeAll(known);
    Set<String> wanted = normal(urls);
    for (String candidate : candidates) {
      List<String> its = of(candidate).stream().map(Row::url).toList();
      if (normal(its).equals(wanted)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private Collection<Row> rows(Map<String, Object> filter) throws CdnApiFailed {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      Map<String, Object> parameters = new LinkedHashMap<>(filter);
      parameters.put("Offset", page * PAGE);
      parameters.put("Limit", PAGE);
      JsonObject answer = api.ask(kind.describe(), parameters);
      List<JsonObject> logs = answer.objects(kind.rows());
      for (JsonObject log : logs) {
        Row row =
            new Row(
                log.text("TaskId").orElse(""),
                log.text("Url").orElse(""),
                log.text("Status").orElse("process"));
        rows.put(row.taskId() + " " + row.url(), row);
      }
      if (logs.isEmpty() || (page + 1) * PAGE >= answer.whole("TotalCount")) {
        break;
      }
    }
    return rows.values();
  }

  /** Scheme and host in lower case, as the CDN may list them. */
  private static Set<String> normal(Collection<String> urls) {
    return urls.stream()
        .map(
            url -> {
              int path = url.indexOf('/', url.indexOf("://") + 3);
              return path < 0
                  ? url.toLowerCase(Locale.ROOT) + "/"
                  : url.substring(0, path).toLowerCase(Locale.ROOT) + url.substring(path);
            })
        .collect(Collectors.toCollection(HashSet::new));
  }
}
