package org.standardops.atom.job.internal;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Log;
import org.standardops.atom.job.internal.HostProgress.Phase;
import org.standardops.atom.job.internal.Targets.Resolved;
import org.standardops.atom.job.internal.Targets.Target;
import org.standardops.atom.job.internal.ssh.Connection;
import org.standardops.atom.job.internal.ssh.Ssh;
import org.standardops.atom.job.internal.ssh.SshFailed;

/** Ends the scripts at all hosts where they run or may run. */
final class ScriptCancel {

  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final int PARALLEL = 50;
  private static final int LAST_OUTPUT = 64 << 10;

  private final Call call;
  private final Ssh ssh;
  private final Fan fan;

  ScriptCancel(Call call, Ssh ssh, Fan fan) {
    this.call = call;
    this.ssh = ssh;
    this.fan = fan;
  }

  Cancellation cancel(Progress progress, List<Resolved> hosts) {
    ConcurrentMap<Integer, RemoteRun.Cancel> came = new ConcurrentHashMap<>();
    ConcurrentMap<Integer, String> missed = new ConcurrentHashMap<>();
    List<Integer> open = progress.open();
    fan.forEach(
        open,
        PARALLEL,
        () -> false,
        place -> {
          HostProgress host = progress.hosts().get(place);
          Resolved resolved = hosts.get(place);
          try {
            came.put(
                place,
                cancel(
                    resolved
                        .target()
                        .orElseThrow(
                            () ->
                                new SshFailed(
                                    SshFailed.Reason.UNREACHABLE,
                                    resolved.fault().orElseThrow().message())),
                    host));
          } catch (SshFailed e) {
            call.log().section(resolved.name()).warn(e.getMessage());
            if (host.phase() == Phase.MAY_RUN || host.phase() == Phase.RUNNING) {
              missed.put(place, resolved.name() + ": " + e.getMessage());
            }
          }
        });
    if (came.containsValue(RemoteRun.Cancel.ENDING)) {
      return new Cancellation.StillCancelling(AGAIN);
    }
    return missed.isEmpty()
        ? new Cancellation.Cancelled()
        : new Cancellation.CannotCancel(
            "The script may go on at "
                + missed.size()
                + " hosts. "
                + String.join(" ", new TreeMap<>(missed).values()));
  }

  private RemoteRun.Cancel cancel(Target target, HostProgress progress) throws SshFailed {
    try (Connection connection = ssh.connect(target.address(), target.login(), target.hostKey())) {
      RemoteRun run = new RemoteRun(connection, ScriptRound.runName(call, target.name()));
      if (progress.phase() == Phase.ENDED) {
        run.clean();
        return RemoteRun.Cancel.ENDED;
      }
      RemoteRun.Cancel came = run.cancel();
      if (came != RemoteRun.Cancel.ENDING) {
        Log log = call.log().section(target.name());
        run.look(progress.offset(), LAST_OUTPUT)
            .ifPresent(
                look -> OutputReader.read(look.output(), true, false).lines().forEach(log::info));
        run.clean();
        log.warn(
            came == RemoteRun.Cancel.ENDED
                ? "It had ended before it was cancelled."
                : "Cancelled.");
      }
      return came;
    }
  }
}
