package org.standardops.atom.job.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;
import org.standardops.atom.job.internal.HostProgress.Phase;
import org.standardops.atom.job.internal.HostResult.State;
import org.standardops.atom.job.internal.Targets.Resolved;

/** One call's part of work at many hosts: visits each once, as far as its time allows. */
abstract class Round {

  static final int DEFAULT_PARALLEL = 10;
  private static final Duration ROUND = Duration.ofSeconds(8);
  private static final Duration SOON = Duration.ofMillis(200);
  private static final int SHOWN_WHILE_RUNNING = 200;

  private final Call call;
  private final Fan fan;
  private final List<String> names;
  private final String word;
  private final String failureCode;

  /**
   * @param word what is done, for people
   * @param failureCode of the outcome where a host failed
   */
  Round(Call call, Fan fan, String word, String failureCode) {
    this.call = call;
    this.fan = fan;
    this.names = call.parameters().texts("hosts");
    this.word = word;
    this.failureCode = failureCode;
  }

  /**
   * Visits one host, on any thread.
   *
   * @param host one that has a target
   * @param openHosts how many are visited in this round
   */
  abstract HostStep visit(HostProgress progress, Resolved host, int openHosts);

  Outcome next(Progress given, List<Resolved> hosts) {
    Progress progress = call.recovering() ? given.mayHaveBegun() : given;
    Map<Integer, HostStep> steps = visit(progress, hosts);
    Ledger ledger = Ledger.of(call.checkpoint());
    Ledger after = ledger.with(results(steps), variables(steps));
    if (!after.equals(ledger)) {
      call.saveCheckpoint(after.checkpoint());
    }
    Progress next = advanced(progress, steps);
    call.progress((double) next.ended() / names.size());
    return next.isDone() ? finished(after) : poll(progress, next, steps, after);
  }

  private Map<Integer, HostStep> visit(Progress progress, List<Resolved> hosts) {
    Map<Integer, HostStep> steps = new ConcurrentHashMap<>();
    List<Integer> open = progress.open();
    long end = System.nanoTime() + ROUND.toNanos();
    BooleanSupplier enough = () -> call.cancelled() || System.nanoTime() > end;
    fan.forEach(
        open,
        call.parameters().whole("parallel", DEFAULT_PARALLEL),
        enough,
        place -> {
          HostProgress host = progress.hosts().get(place);
          Resolved resolved = hosts.get(place);
          steps.put(
              place,
              resolved.target().isPresent()
                  ? visit(host, resolved, open.size())
                  : unreachable(host, resolved));
        });
    return steps;
  }

  /** The host left the business, or its credential went, after the start. */
  private static HostStep unreachable(HostProgress progress, Resolved host) {
    if (progress.phase() == Phase.ENDED) {
      return HostStep.on(progress.to(Phase.DONE));
    }
    State state = progress.phase() == Phase.TO_START ? State.NOT_STARTED : State.UNKNOWN;
    return HostStep.result(
        progress.to(Phase.DONE),
        HostResult.of(host.name(), state, host.fault().orElseThrow().message()));
  }

  private static List<HostResult> results(Map<Integer, HostStep> steps) {
    return steps.values().stream().map(HostStep::result).flatMap(Optional::stream).toList();
  }

  private static Map<String, Ledger.Setting> variables(Map<Integer, HostStep> steps) {
    Map<String, Ledger.Setting> set = new LinkedHashMap<>();
    steps.keySet().stream()
        .sorted()
        .forEach(
            place ->
                steps
                    .get(place)
                    .variables()
                    .forEach(
                        (key, value) ->
                            set.putIfAbsent(
                                key,
                                new Ledger.Setting(
                                    value.substring(
                                        0, Math.min(value.length(), Ledger.LONGEST_VALUE)),
                                    place))));
    return set;
  }

  private static Progress advanced(Progress progress, Map<Integer, HostStep> steps) {
    List<HostProgress> hosts = new ArrayList<>(progress.hosts());
    steps.forEach((place, step) -> hosts.set(place, step.progress()));
    int next = progress.open().stream().filter(p -> !steps.containsKey(p)).findFirst().orElse(0);
    return new Progress(hosts, next);
  }

  private Outcome poll(
      Progress before, Progress next, Map<Integer, HostStep> steps, Ledger ledger) {
    boolean visitedAll = steps.size() == before.open().size();
    boolean more = steps.values().stream().anyMatch(HostStep::more);
    Duration after = !visitedAll ? Duration.ZERO : more ? SOON : betweenLooks();
    return new Outcome.Poll(
        after,
        next.handle(),
        word + " on " + (names.size() - next.ended()) + " of " + names.size() + " hosts",
        names.size() <= SHOWN_WHILE_RUNNING ? ledger.outputs(names) : Map.of());
  }

  /** Soon at first, every ten seconds for work that takes minutes. */
  private Duration betweenLooks() {
    long elapsed = Duration.between(call.attemptStartedAt(), call.clock().instant()).toSeconds();
    return Duration.ofSeconds(Math.max(1, Math.min(10, elapsed / 10)));
  }

  private Outcome finished(Ledger ledger) {
    return Endings.of(names, ledger, failureCode);
  }
}
