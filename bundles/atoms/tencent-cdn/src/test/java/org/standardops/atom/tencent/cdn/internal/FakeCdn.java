package org.standardops.atom.tencent.cdn.internal;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.atom.testkit.SettableClock;
import org.standardops.atom.testkit.TestServer;
import org.standardops.atom.testkit.TestServer.Received;
import org.standardops.atom.testkit.TestServer.Reply;

/** The CDN API over real HTTP, in the test's own time: tasks are listed late and take a while. */
final class FakeCdn implements AutoCloseable {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Duration LISTED_AFTER = Duration.ofSeconds(2);
  private static final Duration TAKES = Duration.ofSeconds(5);

  final TestServer server = TestServer.that(this::answer);
  final List<String> actions = Collections.synchronizedList(new ArrayList<>());
  final Map<String, String> statuses = new HashMap<>();
  final Map<String, Map<String, Object>> origins = new HashMap<>();
  final Set<String> unlisted = new HashSet<>();
  private final SettableClock clock;
  private final List<Task> tasks = new ArrayList<>();
  private final Map<String, Deque<Reply>> instead = new HashMap<>();
  private final Map<String, Deque<Reply>> afterwards = new HashMap<>();

  FakeCdn(SettableClock clock) {
    this.clock = clock;
  }

  record Task(String action, String id, List<?> urls, Object area, Instant made) {}

  /** The next call of the action gets this answer and does nothing. */
  void refuse(String action, Reply reply) {
    instead.computeIfAbsent(action, a -> new ArrayDeque<>()).add(reply);
  }

  /** The next call of the action does its work, but gets this answer. */
  void spoil(String action, Reply reply) {
    afterwards.computeIfAbsent(action, a -> new ArrayDeque<>()).add(reply);
  }

  static Reply error(String code) {
    return Reply.json(
        200,
        "{\"Response\":{\"Error\":{\"Code\":\"%s\",\"Message\":\"As said.\"},\"RequestId\":\"r9\"}}"
            .formatted(code));
  }

  List<Task> tasks(String action) {
    return tasks.stream().filter(task -> task.action().equals(action)).toList();
  }

  /** Made by somebody else. */
  void addTask(String action, List<String> urls) {
    tasks.add(new Task(action, "other" + tasks.size(), urls, null, clock.instant()));
  }

  @Override
  public void close() {
    server.close();
  }

  private synchronized Reply answer(Received request) {
    String action = request.headers().get("X-TC-Action");
    actions.add(action);
    Deque<Reply> refusals = instead.getOrDefault(action, new ArrayDeque<>());
    if (!refusals.isEmpty()) {
      return refusals.poll();
    }
    Map<String, Object> parameters = read(request.body());
    Map<String, Object> response =
        switch (action) {
          case "PurgeUrlsCache", "PushUrlsCache" -> submit(action, parameters);
          case "DescribePurgeTasks" -> describe("PurgeUrlsCache", "PurgeLogs", parameters);
          case "DescribePushTasks" -> describe("PushUrlsCache", "PushLogs", parameters);
          case "DescribeDomainsConfig" -> domains();
          default -> throw new IllegalArgumentException(action);
        };
    Deque<Reply> spoilt = afterwards.getOrDefault(action, new ArrayDeque<>());
    return spoilt.isEmpty() ? Reply.json(200, write(response)) : spoilt.poll();
  }

  private Map<String, Object> submit(String action, Map<String, Object> parameters) {
    List<?> urls = (List<?>) parameters.get("Urls");
    Task task = new Task(action, "t" + tasks.size(), urls, parameters.get("Area"), clock.instant());
    tasks.add(task);
    return Map.of("TaskId", task.id());
  }

  private Map<String, Object> describe(String action, String rows, Map<String, Object> filter) {
    List<Map<String, Object>> logs = new ArrayList<>();
    for (Task task : tasks(action)) {
      for (Object url : task.urls()) {
        if (listed(task, url, filter)) {
          logs.add(Map.of("TaskId", task.id(), "Url", url, "Status", status(task, url)));
        }
      }
    }
    Collections.reverse(logs);
    int from = (Integer) filter.get("Offset");
    int limit = (Integer) filter.get("Limit");
    return Map.of(rows, logs.stream().skip(from).limit(limit).toList(), "TotalCount", logs.size());
  }

  private boolean listed(Task task, Object url, Map<String, Object> filter) {
    boolean late = task.made().plus(LISTED_AFTER).isAfter(clock.instant());
    return !late
        && !unlisted.contains(task.id())
        && filter.getOrDefault("TaskId", task.id()).equals(task.id())
        && filter.getOrDefault("Keyword", url).equals(url)
        && !task.made().isBefore(time(filter.getOrDefault("StartTime", "1970-01-01 08:00:00")))
        && !task.made().isAfter(time(filter.getOrDefault("EndTime", "2970-01-01 08:00:00")));
  }

  private String status(Task task, Object url) {
    return clock.instant().isBefore(task.made().plus(TAKES))
        ? "process"
        : statuses.getOrDefault(task.action() + " " + url, "done");
  }

  private Map<String, Object> domains() {
    return Map.of(
        "Domains",
        origins.entrySet().stream()
            .map(each -> Map.of("Domain", each.getKey(), "Origin", each.getValue()))
            .toList());
  }

  private static Instant time(Object text) {
    return LocalDateTime.parse((String) text, TIME).toInstant(ZoneOffset.ofHours(8));
  }

  private static Map<String, Object> read(String body) {
    try {
      return JSON.std.mapFrom(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Map<String, Object> response) {
    try {
      Map<String, Object> full = new HashMap<>(response);
      full.put("RequestId", "r1");
      return JSON.std.asString(Map.of("Response", full));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
