package org.standardops.cdnsandbox.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One URL of a push or purge: the row that the API lists.
 *
 * @param begins when the work on this URL begins; the URLs of one call are worked on one after
 *     another
 * @param due when it ends
 */
public record UrlTask(
    String taskId,
    TaskKind kind,
    String url,
    String area,
    Instant created,
    Instant begins,
    Instant due,
    Status status) {

  /** The states that the API's documents name. */
  public enum Status {
    PROCESS,
    DONE,
    FAIL,
    /** The origin answered a push with 4xx or 5xx. */
    INVALID;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  UrlTask ended(Status end) {
    return new UrlTask(taskId, kind, url, area, created, begins, due, end);
  }

  public int percent(Instant now) {
    if (status != Status.PROCESS) {
      return 100;
    }
    if (!now.isAfter(begins)) {
      return 0;
    }
    long whole = Math.max(1, Duration.between(begins, due).toMillis());
    return (int) Math.min(99, 100 * Duration.between(begins, now).toMillis() / whole);
  }

  public Instant updated(Instant now) {
    Instant latest = now.isBefore(due) ? now : due;
    return latest.isBefore(created) ? created : latest;
  }
}
