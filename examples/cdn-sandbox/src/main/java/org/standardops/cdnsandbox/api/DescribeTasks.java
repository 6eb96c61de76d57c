package org.standardops.cdnsandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.standardops.cdnsandbox.Settings;
import org.standardops.cdnsandbox.http.Json;
import org.standardops.cdnsandbox.network.Network;
import org.standardops.cdnsandbox.network.TaskKind;
import org.standardops.cdnsandbox.network.UrlTask;

/** DescribePushTasks and DescribePurgeTasks: one row for each URL, newest first. */
record DescribeTasks(
    TaskKind kind, Network network, Supplier<Settings> settings, InstantSource clock)
    implements Action {
  private static final int MOST_ROWS = 1_000;

  @Override
  public Set<String> parameters() {
    Set<String> both =
        Set.of("StartTime", "EndTime", "TaskId", "Keyword", "Offset", "Limit", "Area", "Status");
    if (kind == TaskKind.PUSH) {
      return both;
    }
    Set<String> purge = new HashSet<>(both);
    purge.add("PurgeType");
    return purge;
  }

  @Override
  public ObjectNode run(Parameters parameters) throws ApiError {
    Instant now = clock.instant();
    Predicate<UrlTask> wanted = listed(now).and(filters(parameters));
    List<UrlTask> rows = new ArrayList<>(network.tasks(kind).stream().filter(wanted).toList());
    Collections.reverse(rows);
    int offset = parameters.number("Offset", 0, 0, Integer.MAX_VALUE);
    int limit = parameters.number("Limit", 20, 1, MOST_ROWS);

    ObjectNode answer = Json.object();
    ArrayNode logs = answer.putArray(kind == TaskKind.PUSH ? "PushLogs" : "PurgeLogs");
    rows.stream().skip(offset).limit(limit).forEach(row -> logs.add(view(row, now)));
    return answer.put("TotalCount", rows.size());
  }

  private Predicate<UrlTask> listed(Instant now) {
    Instant newest = now.minus(settings.get().listingDelay());
    return row -> !row.created().isAfter(newest);
  }

  private static Predicate<UrlTask> filters(Parameters parameters) throws ApiError {
    Optional<String> taskId = parameters.text("TaskId");
    Optional<Instant> start = parameters.instant("StartTime");
    Optional<Instant> end = parameters.instant("EndTime");
    if (taskId.isEmpty() && start.isEmpty()) {
      throw ApiError.parameter("One of TaskId and StartTime is required.");
    }
    Optional<String> keyword = parameters.text("Keyword");
    Optional<String> area = parameters.area();
    Optional<String> status = parameters.text("Status");
    Optional<String> purgeType = parameters.text("PurgeType");
    return row -> {
      Instant created = row.created().truncatedTo(ChronoUnit.SECONDS);
      return taskId.map(row.taskId()::equals).orElse(true)
          && start.map(from -> !created.isBefore(from)).orElse(true)
          && end.map(to -> !created.isAfter(to)).orElse(true)
          && keyword.map(word -> matches(word, row.url())).orElse(true)
          && area.map(row.area()::equals).orElse(true)
          && status.map(row.status().code()::equals).orElse(true)
          && purgeType.map("url"::equals).orElse(true);
    };
  }

  /** A keyword is a domain or a whole URL. */
  private static boolean matches(String keyword, String url) {
    return keyword.contains("://")
        ? url.equals(keyword)
        : URI.create(url).getHost().equalsIgnoreCase(keyword);
  }

  private ObjectNode view(UrlTask row, Instant now) {
    ObjectNode view =
        Json.object()
            .put("TaskId", row.taskId())
            .put("Url", row.url())
            .put("Status", row.status().code())
            .put("CreateTime", Parameters.time(row.created()));
    return kind == TaskKind.PUSH
        ? view.put("Percent", row.percent(now))
            .put("Area", row.area())
            .put("UpdateTime", Parameters.time(row.updated(now)))
        : view.put("PurgeType", "url").put("FlushType", "delete");
  }
}
