package org.standardops.atom.tencent.cdn.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Touched;

/**
 * One call's part of a prefetch: makes at most one task in the CDN, and where it may have been made
 * already, looks for it first.
 */
final class PrefetchWork {

  private static final int URLS_PER_TASK = 500;
  private static final Duration BETWEEN_TASKS = Duration.ofMillis(100);
  private static final Duration LISTED_WITHIN = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final int MOST_TROUBLES = 8;
  static final Duration DEFAULT_DEADLINE = Duration.ofHours(2);

  private final Call call;
  private final CdnApi api;
  private final List<List<String>> batches;

  PrefetchWork(Call call, CdnApi api) {
    this.call = call;
    this.api = api;
    this.batches = batches(call.parameters().texts("urls"));
  }

  Outcome next(PrefetchState state) {
    try {
      if (!state.phase().submits()) {
        return watch(state);
      }
      if (call.recovering() || (state.lookFirst() && state.lookUntil().isEmpty())) {
        return look(state.looking(now().plus(LISTED_WITHIN)));
      }
      return state.lookUntil().isPresent() ? look(state) : submit(state);
    } catch (CdnApiFailed e) {
      return afterTrouble(state, e);
    }
  }

  private Outcome look(PrefetchState state) {
    try {
      Optional<String> found =
          tasks(state).find(batches.get(state.batch()), state.since(), state.tasks());
      if (found.isPresent()) {
        call.log().info("Found " + word(state) + " task " + found.get() + ", made before.");
        return poll(BETWEEN_TASKS, state.submitted(found.get(), batches.size()));
      }
      if (now().isBefore(state.lookUntil().orElseThrow())) {
        return poll(BETWEEN_LOOKS, state);
      }
      call.log().info("No " + word(state) + " task was made before: it is made now.");
      return submit(state.notBegun());
    } catch (CdnApiFailed e) {
      return afterTrouble(state, e);
    }
  }

  private Outcome submit(PrefetchState state) throws CdnApiFailed {
    List<String> urls = batches.get(state.batch());
    TaskKind kind = state.phase().kind();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("Urls", urls);
    area(kind).ifPresent(area -> parameters.put("Area", area));
    String taskId =
        api.ask(kind.submit(), parameters)
            .text("TaskId")
            .orElseThrow(
                () ->
                    new CdnApiFailed(
                        "TENCENT_CLOUD",
                        kind.submit() + " answered without a TaskId.",
                        Touched.MAYBE,
                        true,
                        null));
    call.log().info(kind.submit() + " of " + urls.size() + " URLs made task " + taskId);
    return poll(BETWEEN_TASKS, state.submitted(taskId, batches.size()));
  }

  private Outcome watch(PrefetchState state) throws CdnApiFailed {
    String taskId = state.tasks().get(state.batch());
    Collection<UrlTasks.Row> rows = tasks(state).of(taskId);
    long ended = rows.stream().filter(UrlTasks.Row::ended).count();
    int all = batches.get(state.batch()).size();
    call.log().info("%s task %s: %d of %d URLs ended".formatted(word(state), taskId, ended, all));
    showProgress(state, ended);
    if (ended < all) {
      return poll(betweenWatches(), state.untroubled());
    }
    PrefetchState after = state.ended(state.tally().with(rows), batches.size());
    if (after.finished(batches.size())) {
      return finished(after);
    }
    if (after.phase() == PrefetchState.Phase.PUSH && after.tally().failures() > 0) {
      return failed("REFRESH_FAILED", "refreshed", after);
    }
    return poll(Duration.ZERO, after);
  }

  private Outcome finished(PrefetchState state) {
    return state.tally().failures() == 0
        ? new Outcome.Succeeded(state.outputs())
        : failed("PREFETCH_FAILED", "prefetched", state);
  }

  private Outcome failed(String code, String verb, PrefetchState state) {
    return new Outcome.Failed(
        code,
        "%d of %d URLs could not be %s: %s"
            .formatted(state.tally().failures(), urls(), verb, state.tally().told()),
        true,
        Touched.YES,
        state.outputs());
  }

  /** What may pass is tried again; a task that may have been made is looked for first. */
  private Outcome afterTrouble(PrefetchState state, CdnApiFailed trouble) {
    boolean mayBeMade = state.phase().submits() && !trouble.refused();
    boolean nothingToLose = state.touched() == Touched.NO && !mayBeMade && !trouble.tooOften();
    if (!trouble.passing() || nothingToLose || state.troubles() >= MOST_TROUBLES) {
      Outcome.Failed failed = trouble.asOutcome(state.touched());
      return new Outcome.Failed(
          failed.code(), failed.reason(), failed.retryable(), failed.touched(), state.outputs());
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(state.troubles(), 5));
    PrefetchState next = state.troubled();
    return poll(wait, mayBeMade ? next.looking(now().plus(LISTED_WITHIN)) : next);
  }

  private Outcome poll(Duration after, PrefetchState state) {
    Duration deadline = call.parameters().duration("deadline", DEFAULT_DEADLINE);
    if (now().isAfter(call.attemptStartedAt().plus(deadline))) {
      return new Outcome.Failed(
          "DEADLINE",
          "The " + word(state) + " of " + urls() + " URLs did not end within " + deadline + ".",
          true,
          Touched.MAYBE,
          state.outputs());
    }
    String detail = word(state) + " of " + urls() + " URLs";
    return new Outcome.Poll(
        after,
        state.handle(),
        state.lookUntil().isPresent() ? "whether the " + detail + " was made before" : detail,
        state.outputs());
  }

  private void showProgress(PrefetchState state, long ended) {
    if (state.phase() == PrefetchState.Phase.PUSHING) {
      double all = state.tally().done() + state.tally().failures() + (double) ended;
      call.progress(Math.min(1.0, all / urls()));
    }
  }

  /** Soon at first, every ten seconds for work that takes minutes. */
  private Duration betweenWatches() {
    long elapsed = Duration.between(call.attemptStartedAt(), now()).toSeconds();
    return Duration.ofSeconds(Math.max(1, Math.min(10, elapsed / 10)));
  }

  /** A refresh knows no area {@code global}: it is what leaving it out means. */
  private Optional<String> area(TaskKind kind) {
    Parameters parameters = call.parameters();
    Optional<String> area =
        parameters.has("area") ? Optional.of(parameters.text("area")) : Optional.empty();
    return kind == TaskKind.PURGE ? area.filter(a -> !a.equals("global")) : area;
  }

  private UrlTasks tasks(PrefetchState state) {
    return new UrlTasks(api, state.phase().kind());
  }

  private static String word(PrefetchState state) {
    return state.phase().kind().word();
  }

  private int urls() {
    return batches.stream().mapToInt(List::size).sum();
  }

  private Instant now() {
    return call.clock().instant();
  }

  private static List<List<String>> batches(List<String> urls) {
    List<String> unique = new ArrayList<>(new LinkedHashSet<>(urls));
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < unique.size(); from += URLS_PER_TASK) {
      batches.add(unique.subList(from, Math.min(unique.size(), from + URLS_PER_TASK)));
    }
    return batches;
  }
}
