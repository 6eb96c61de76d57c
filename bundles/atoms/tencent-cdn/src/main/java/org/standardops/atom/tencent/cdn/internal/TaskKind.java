package org.standardops.atom.tencent.cdn.internal;

/** The two kinds of work that the CDN does for a list of URLs, and what its API calls them. */
enum TaskKind {
  PURGE("PurgeUrlsCache", "DescribePurgeTasks", "PurgeLogs", "refresh"),
  PUSH("PushUrlsCache", "DescribePushTasks", "PushLogs", "prefetch");

  private final String submit;
  private final String describe;
  private final String rows;
  private final String word;

  TaskKind(String submit, String describe, String rows, String word) {
    this.submit = submit;
    this.describe = describe;
    this.rows = rows;
    this.word = word;
  }

  String submit() {
    return submit;
  }

  String describe() {
    return describe;
  }

  String rows() {
    return rows;
  }

  /** For people. */
  String word() {
    return word;
  }
}
