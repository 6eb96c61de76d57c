package org.standardops.atom.job.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.standardops.atom.Log;
import org.standardops.atom.job.internal.HostProgress.Phase;
import org.standardops.atom.job.internal.HostResult.State;
import org.standardops.atom.job.internal.RemoteRun.Look;
import org.standardops.atom.job.internal.Targets.Target;
import org.standardops.atom.job.internal.ssh.Connection;
import org.standardops.atom.job.internal.ssh.Ssh;
import org.standardops.atom.job.internal.ssh.SshFailed;

/**
 * One visit to one host: begins the script, looks how it is doing, or clears up after it. One
 * connection, a few seconds.
 */
final class ScriptVisit {

  /** So often is a host asked that nothing was begun at. */
  private static final int TRIES_TO_START = 3;

  /** So long may a run that was begun not show itself, on a host under load. */
  private static final Duration SHOWN_WITHIN = Duration.ofMinutes(1);

  /** So long is a host asked whose script may run. */
  static final Duration LOST_AFTER = Duration.ofMinutes(3);

  private final Ssh ssh;
  private final Target target;
  private final String runName;
  private final Log log;
  private final Instant now;
  private final int readAtOnce;
  private final int tail;

  /**
   * @param log the host's own section
   * @param readAtOnce most bytes of output to read
   * @param tail most characters of output to give with the result
   */
  ScriptVisit(
      Ssh ssh, Target target, String runName, Log log, Instant now, int readAtOnce, int tail) {
    this.ssh = ssh;
    this.target = target;
    this.runName = runName;
    this.log = log;
    this.now = now;
    this.readAtOnce = readAtOnce;
    this.tail = tail;
  }

  HostStep visit(HostProgress progress, Script script) {
    boolean asked = false;
    try (Connection connection = ssh.connect(target.address(), target.login(), target.hostKey())) {
      asked = true;
      RemoteRun run = new RemoteRun(connection, runName);
      return switch (progress.phase()) {
        case TO_START, MAY_RUN -> launch(run, progress, script);
        case RUNNING -> look(run, progress);
        case ENDED -> clean(run, progress);
        case DONE -> HostStep.on(progress);
      };
    } catch (SshFailed e) {
      return failed(progress, asked, e);
    }
  }

  private HostStep launch(RemoteRun run, HostProgress progress, Script script) throws SshFailed {
    RemoteRun.Launch launch = run.launch(script);
    return switch (launch) {
      case BEGUN -> HostStep.soon(progress.begun());
      case OVER -> over(progress);
      case INCOMPLETE ->
          notStarted(progress, "the script did not arrive whole", progress.troubles() == 0);
      case NO_INTERPRETER -> notStarted(progress, "the host has no " + script.interpreter(), false);
      case NO_SETSID -> notStarted(progress, "the host has no setsid (package util-linux)", false);
      case NO_RUN_FOLDER ->
          notStarted(
              progress,
              "its user has no home folder in which .standardops/runs can be made",
              false);
      case NO_SPACE -> notStarted(progress, "the host's disk is full", false);
    };
  }

  private HostStep notStarted(HostProgress progress, String why, boolean again) {
    return again
        ? HostStep.on(progress.troubled(progress.phase(), now))
        : HostStep.result(
            progress.to(Phase.DONE), HostResult.of(target.name(), State.NOT_STARTED, why));
  }

  private HostStep look(RemoteRun run, HostProgress progress) throws SshFailed {
    Optional<Look> found = run.look(progress.offset(), readAtOnce);
    if (found.isPresent() && found.get().over()) {
      return over(progress);
    }
    if (found.isEmpty() || !found.get().begun() && found.get().exitCode().isEmpty()) {
      return notShown(progress, found.isPresent());
    }
    Look look = found.get();
    long readUpTo = progress.offset() + look.output().length;
    boolean all = look.ended() && readUpTo >= look.total();
    boolean beginningRead = look.ended() && readUpTo == look.size();
    OutputReader lines =
        OutputReader.read(look.output(), all || beginningRead, look.output().length >= readAtOnce);
    if (look.leftOut() > 0 && progress.offset() == look.size()) {
      log.warn("… " + look.leftOut() + " bytes of output are left out here …");
    }
    lines.lines().forEach(log::info);
    HostProgress next = progress.read(progress.offset() + lines.taken());
    if (!all) {
      boolean more = look.ended() || look.output().length >= readAtOnce;
      return new HostStep(next, Optional.empty(), lines.variables(), more);
    }
    HostResult result = result(run, look);
    log.info("Ended: " + result.told());
    return new HostStep(next.to(Phase.ENDED), Optional.of(result), lines.variables(), true);
  }

  private HostStep over(HostProgress progress) {
    return HostStep.result(
        progress.to(Phase.DONE),
        HostResult.of(
            target.name(),
            State.UNKNOWN,
            "a run of the same intent was cancelled there, or has ended and was cleared away"));
  }

  /** The run's folder is not there yet, or says nothing yet. */
  private HostStep notShown(HostProgress progress, boolean folderIsThere) {
    if (!progress.troubledFor(SHOWN_WITHIN, now)) {
      return HostStep.soon(progress.troubled(folderIsThere ? Phase.RUNNING : Phase.MAY_RUN, now));
    }
    return folderIsThere
        ? HostStep.result(
            progress.to(Phase.ENDED),
            HostResult.of(
                target.name(),
                State.UNKNOWN,
                "its run folder says nothing: it broke off as it began"))
        : notStarted(progress, "its run folder cannot be made; the disk may be full", false);
  }

  private HostResult result(RemoteRun run, Look look) throws SshFailed {
    State state =
        look.timedOut()
            ? State.TIMED_OUT
            : look.exitCode().isEmpty()
                ? State.BROKEN_OFF
                : look.exitCode().getAsInt() == 0 ? State.SUCCEEDED : State.FAILED;
    String reason = look.cancelled() ? "it was cancelled" : "";
    OptionalInt code = state == State.TIMED_OUT ? OptionalInt.empty() : look.exitCode();
    return new HostResult(target.name(), state, code, end(run, look), reason);
  }

  private String end(RemoteRun run, Look look) throws SshFailed {
    long from = Math.max(0, look.total() - tail);
    // where the end is kept apart from the beginning, one look reads from one of the two only
    long offset = look.rest() > 0 ? Math.max(from, look.size()) : from;
    byte[] bytes = run.look(offset, tail).map(Look::output).orElse(new byte[0]);
    return new String(bytes, StandardCharsets.UTF_8).replace("\u0000", "").strip();
  }

  private HostStep clean(RemoteRun run, HostProgress progress) throws SshFailed {
    run.clean();
    return HostStep.on(progress.to(Phase.DONE));
  }

  private HostStep failed(HostProgress progress, boolean asked, SshFailed e) {
    log.warn(e.getMessage());
    Phase phase = progress.phase();
    if (phase == Phase.ENDED) {
      return progress.troubles() + 1 < TRIES_TO_START && e.reason().passing()
          ? HostStep.on(progress.troubled(phase, now))
          : leftBehind(progress);
    }
    if (phase == Phase.TO_START && !asked) {
      return e.reason().passing() && progress.troubles() + 1 < TRIES_TO_START
          ? HostStep.on(progress.troubled(phase, now))
          : HostStep.result(
              progress.to(Phase.DONE),
              HostResult.of(target.name(), State.NOT_STARTED, e.getMessage()));
    }
    Phase next = phase == Phase.TO_START ? Phase.MAY_RUN : phase;
    HostProgress troubled = progress.troubled(next, now);
    return e.reason().passing() && !troubled.troubledFor(LOST_AFTER, now)
        ? HostStep.on(troubled)
        : HostStep.result(
            progress.to(Phase.DONE), HostResult.of(target.name(), State.UNKNOWN, e.getMessage()));
  }

  private HostStep leftBehind(HostProgress progress) {
    log.warn("The folder ~/.standardops/runs/" + runName + " was left behind at the host.");
    return new HostStep(progress.to(Phase.DONE), Optional.empty(), Map.of(), true);
  }
}
