package org.standardops.services.notification;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.LightAppId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;
import org.standardops.model.task.Notice.Concerned;
import org.standardops.model.task.Notice.Why;

/** Notices to test with: of a task of b1 that ann made and bob started. */
final class Notices {

  static final Instant BEGIN = Instant.parse("2026-11-23T16:00:00Z");

  private Notices() {}

  static Notice of(Why why, Concerned... nodes) {
    return of(why, List.of(), telling(List.of("cat"), List.of(), false), nodes);
  }

  static Notice of(Why why, List<String> asked, Notify notify, Concerned... nodes) {
    return new Notice(
        new TaskId(42),
        3,
        why,
        BEGIN.plusSeconds(65),
        new BusinessId("b1"),
        new ProcessId("p1"),
        "CDN Prefetch",
        "Prefetch_1",
        "ann",
        Optional.of("bob"),
        Optional.of(BEGIN),
        why == Why.TERMINATED ? Optional.of("eve") : Optional.empty(),
        Arrays.asList(nodes),
        asked,
        notify,
        Optional.empty());
  }

  /** Of a run of a light app. */
  static Notice ofRun(Why why, LightAppId app) {
    Notice plain = of(why);
    return new Notice(
        plain.task(),
        plain.seq(),
        plain.why(),
        plain.at(),
        plain.business(),
        plain.process(),
        plain.processName(),
        plain.taskName(),
        plain.createdBy(),
        plain.startedBy(),
        plain.startedAt(),
        plain.by(),
        plain.nodes(),
        plain.asked(),
        plain.notification(),
        Optional.of(app));
  }

  static Notify telling(List<String> people, List<Notify.Role> roles, boolean starter) {
    return new Notify(
        Arrays.asList(Notify.On.values()), List.of(Notify.Channel.EMAIL), people, roles, starter);
  }
}
