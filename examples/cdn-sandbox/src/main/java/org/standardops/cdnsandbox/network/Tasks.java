package org.standardops.cdnsandbox.network;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every URL that was pushed or purged, in the order of the calls. */
final class Tasks {
  private final List<UrlTask> rows = new ArrayList<>();
  private int made;

  /** The work on n URLs is spread evenly over the duration. */
  String add(TaskKind kind, List<String> urls, String area, Duration duration, Instant now) {
    made++;
    String id = "%d%06d".formatted(now.toEpochMilli(), made);
    for (int i = 0; i < urls.size(); i++) {
      Instant begins = now.plus(duration.multipliedBy(i).dividedBy(urls.size()));
      Instant due = now.plus(duration.multipliedBy(i + 1L).dividedBy(urls.size()));
      rows.add(new UrlTask(id, kind, urls.get(i), area, now, begins, due, UrlTask.Status.PROCESS));
    }
    return id;
  }

  Optional<UrlTask> nextDue(Instant now) {
    return rows.stream()
        .filter(row -> row.status() == UrlTask.Status.PROCESS && !row.due().isAfter(now))
        .min(comparing(UrlTask::due));
  }

  void end(UrlTask row, UrlTask.Status status) {
    rows.set(rows.indexOf(row), row.ended(status));
  }

  List<UrlTask> rows(TaskKind kind) {
    return rows.stream().filter(row -> row.kind() == kind).toList();
  }

  void clear() {
    rows.clear();
  }
}
