package org.standardops.atom.job.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.atom.Log;
import org.standardops.atom.job.internal.HostProgress.Phase;
import org.standardops.atom.job.internal.HostResult.State;
import org.standardops.atom.job.internal.Targets.Target;
import org.standardops.atom.job.internal.ssh.Connection;
import org.standardops.atom.job.internal.ssh.Ssh;
import org.standardops.atom.job.internal.ssh.SshFailed;

/** One visit to one host: puts every file there. Doing it again does no harm. */
final class FileVisit {

  private static final String PUSH = Shell.script("push.sh");
  private static final int TRIES = 3;

  private final Ssh ssh;
  private final Target target;
  private final Log log;
  private final Instant now;
  private final String backupSuffix;

  /**
   * @param backupSuffix for what was there before; empty: nothing is kept
   */
  FileVisit(Ssh ssh, Target target, Log log, Instant now, String backupSuffix) {
    this.ssh = ssh;
    this.target = target;
    this.log = log;
    this.now = now;
    this.backupSuffix = backupSuffix;
  }

  HostStep visit(HostProgress progress, List<PushedFile> files) {
    boolean asked = false;
    try (Connection connection = ssh.connect(target.address(), target.login(), target.hostKey())) {
      asked = true;
      for (PushedFile file : files) {
        Optional<String> refusal = push(connection, file);
        if (refusal.isPresent()) {
          log.error(refusal.get());
          return ended(progress, State.FAILED, refusal.get());
        }
      }
      return ended(progress, State.SUCCEEDED, "");
    } catch (SshFailed e) {
      log.warn(e.getMessage());
      Phase next = asked ? Phase.MAY_RUN : progress.phase();
      return e.reason().passing() && progress.troubles() + 1 < TRIES
          ? HostStep.on(progress.troubled(next, now))
          : ended(
              progress, next == Phase.MAY_RUN ? State.FAILED : State.NOT_STARTED, e.getMessage());
    }
  }

  private HostStep ended(HostProgress progress, State state, String reason) {
    return HostStep.result(progress.to(Phase.DONE), HostResult.of(target.name(), state, reason));
  }

  private Optional<String> push(Connection connection, PushedFile file) throws SshFailed {
    RemoteAnswer answer =
        RemoteAnswer.ask(
            connection,
            PUSH,
            List.of(
                file.path(),
                String.valueOf(file.bytes().length),
                file.mode(),
                file.owner(),
                backupSuffix,
                file.sha256()),
            file.bytes(),
            0);
    String about =
        file.path() + " (" + file.bytes().length + " bytes, SHA-256 " + file.sha256() + ")";
    String kept =
        answer.flag("backup") ? "; the old one is kept as " + file.path() + backupSuffix : "";
    return switch (answer.word()) {
      case "written" -> done("Written: " + about + kept);
      case "same" -> done("Already there: " + about + kept);
      case "refused" -> Optional.of(file.path() + ": " + refusal(answer.rest(), file));
      default -> throw answer.unexpected();
    };
  }

  private Optional<String> done(String line) {
    log.info(line);
    return Optional.empty();
  }

  private String refusal(String word, PushedFile file) {
    return switch (word) {
      case "NO_FOLDER" -> "its folder is not there";
      case "IS_FOLDER" -> "there is a folder of this name";
      case "NOT_WRITABLE" ->
          "user " + target.login().user() + " may not write there, or the disk is full";
      case "INCOMPLETE" -> "it did not arrive whole; the disk may be full";
      case "NO_OWNER" -> "it cannot be given to '" + file.owner() + "'";
      case "NO_MODE" -> "it cannot have the mode " + file.mode();
      case "NO_BACKUP" -> "what was there before cannot be kept";
      default -> word;
    };
  }
}
