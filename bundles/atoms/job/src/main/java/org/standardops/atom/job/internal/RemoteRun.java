package org.standardops.atom.job.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.standardops.atom.job.internal.ssh.Connection;
import org.standardops.atom.job.internal.ssh.SshFailed;

/**
 * A run of a script on one host, in a folder that the run's name stands for. It goes on by itself;
 * each of these commands is short. The scripts beside this class say how.
 */
final class RemoteRun {

  private static final String RUNNER = Shell.script("runner.sh");
  private static final String LAUNCH = Shell.script("launch.sh");
  private static final String LOOK = Shell.script("look.sh");
  private static final String CANCEL = Shell.script("cancel.sh");
  private static final String CLEAN = Shell.script("clean.sh");
  private static final int CANCEL_GRACE_SECONDS = 10;

  private final Connection connection;
  private final String name;

  /**
   * @param name the same for every call of the intent at this host; safe as a file's name
   */
  RemoteRun(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /** What launching came to. */
  enum Launch {
    /** It begins; or it has begun before, and is not begun again. */
    BEGUN,
    /** It has run, and was cleared away; or was cancelled before it began. */
    OVER,
    /** It did not arrive whole: nothing has begun. */
    INCOMPLETE,
    /** The host lacks the interpreter. */
    NO_INTERPRETER,
    /** The host lacks {@code setsid}. */
    NO_SETSID,
    /** The user has no home, or nothing can be written there. */
    NO_RUN_FOLDER,
    /** The host's disk is full. */
    NO_SPACE
  }

  /** Has the script run, unless it has run or runs already. */
  Launch launch(Script script) throws SshFailed {
    byte[] runner = bytes(RUNNER);
    byte[] environment = bytes(script.environmentCode());
    byte[] text = bytes(script.text());
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(runner);
    payload.writeBytes(environment);
    payload.writeBytes(text);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                name,
                String.valueOf(payload.size()),
                String.valueOf(runner.length),
                String.valueOf(environment.length),
                String.valueOf(script.limit().toSeconds()),
                String.valueOf(script.keep()),
                script.interpreter()));
    arguments.addAll(script.arguments());
    RemoteAnswer answer = ask(LAUNCH, arguments, payload.toByteArray(), 0);
    return switch (answer.word()) {
      case "launched", "there" -> Launch.BEGUN;
      case "over" -> Launch.OVER;
      case "refused" -> Launch.valueOf(answer.rest());
      default -> throw answer.unexpected();
    };
  }

  /**
   * How a run is doing.
   *
   * @param over it was cleared away, and says nothing more
   * @param begun it has told its process id
   * @param exitCode present once the script has ended and told it
   * @param size bytes of the beginning of the output that are kept
   * @param rest bytes of its end that are kept beyond
   * @param leftOut bytes between the two
   * @param output from the offset on
   */
  record Look(
      boolean over,
      boolean begun,
      boolean alive,
      OptionalInt exitCode,
      boolean timedOut,
      boolean cancelled,
      long size,
      long rest,
      long leftOut,
      byte[] output) {

    long total() {
      return size + rest;
    }

    boolean ended() {
      return exitCode.isPresent() || begun && !alive;
    }
  }

  /**
   * Looks at the run and reads its output on.
   *
   * @return empty: nothing has run under this name
   */
  Optional<Look> look(long offset, int most) throws SshFailed {
    RemoteAnswer answer =
        ask(LOOK, List.of(name, String.valueOf(offset), String.valueOf(most)), new byte[0], most);
    if (answer.word().equals("absent")) {
      return Optional.empty();
    }
    long size = answer.number("size");
    long rest = answer.number("rest");
    String code = answer.text("exit");
    return Optional.of(
        new Look(
            answer.word().equals("over"),
            !answer.text("pid").isEmpty(),
            answer.flag("alive"),
            code.matches("\\d{1,3}") ? OptionalInt.of(Integer.parseInt(code)) : OptionalInt.empty(),
            answer.flag("timed"),
            answer.flag("cancelled"),
            size,
            rest,
            Math.max(0, answer.number("more") - rest),
            answer.data()));
  }

  /** What cancelling came to. */
  enum Cancel {
    /** Nothing of it runs, and nothing will. */
    GONE,
    /** It had ended by itself. */
    ENDED,
    /** It was asked to end, and has not yet. */
    ENDING
  }

  /** Ends the run's process group; called again until it is gone. */
  Cancel cancel() throws SshFailed {
    List<String> arguments = List.of(name, String.valueOf(CANCEL_GRACE_SECONDS));
    RemoteAnswer answer = ask(CANCEL, arguments, new byte[0], 0);
    return switch (answer.word()) {
      case "gone" -> Cancel.GONE;
      case "ended" -> Cancel.ENDED;
      case "ending" -> Cancel.ENDING;
      default -> throw answer.unexpected();
    };
  }

  /** Empties the folder of a run that has ended. */
  void clean() throws SshFailed {
    ask(CLEAN, List.of(name), new byte[0], 0);
  }

  private RemoteAnswer ask(String script, List<String> arguments, byte[] input, int most)
      throws SshFailed {
    return RemoteAnswer.ask(connection, script, arguments, input, most);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
