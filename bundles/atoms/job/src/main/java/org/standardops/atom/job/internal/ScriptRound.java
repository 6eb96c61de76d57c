package org.standardops.atom.job.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.standardops.atom.Call;
import org.standardops.atom.job.internal.Targets.Resolved;
import org.standardops.atom.job.internal.ssh.Ssh;

/**
 * A round of visits for a script. What is read and kept of each host is less where they are many.
 */
final class ScriptRound extends Round {

  private static final int READ_BY_ALL = 4 << 20;
  private static final int READ_AT_MOST = 256 << 10;
  private static final int READ_AT_LEAST = 16 << 10;
  private static final int TAIL_AT_MOST = 2_000;
  private static final int TAIL_AT_LEAST = 100;
  private static final int TAILS_OF_ALL = 80_000;

  private final Call call;
  private final Ssh ssh;
  private final int hosts;

  ScriptRound(Call call, Ssh ssh, Fan fan) {
    super(call, fan, "script", "SCRIPT_FAILED");
    this.call = call;
    this.ssh = ssh;
    this.hosts = call.parameters().list("hosts").size();
  }

  @Override
  HostStep visit(HostProgress progress, Resolved host, int openHosts) {
    return new ScriptVisit(
            ssh,
            host.target().orElseThrow(),
            runName(call, host.name()),
            call.log().section(host.name()),
            call.clock().instant(),
            within(READ_AT_LEAST, READ_BY_ALL / openHosts, READ_AT_MOST),
            within(TAIL_AT_LEAST, TAILS_OF_ALL / hosts, TAIL_AT_MOST))
        .visit(progress, Script.of(call, host.name(), hosts));
  }

  private static int within(int least, int wanted, int most) {
    return Math.max(least, Math.min(most, wanted));
  }

  /** The same for every call of the intent; another one for each host, even at one machine. */
  static String runName(Call call, String host) {
    return call.intentKey()
        + "."
        + UUID.nameUUIDFromBytes(host.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
  }
}
