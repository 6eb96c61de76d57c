package org.standardops.atom.job.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands for a POSIX shell, built so that no value is ever read as code. */
final class Shell {

  private Shell() {}

  /** One word, whatever is in it. */
  static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /** Runs a script of this bundle, whatever shell the host's user has. */
  static String command(String script, List<String> arguments) {
    StringBuilder command = new StringBuilder("exec sh -c ").append(quoted(script)).append(" sops");
    arguments.forEach(argument -> command.append(' ').append(quoted(argument)));
    return command.toString();
  }

  /** A script that is a resource beside this class. */
  static String script(String name) {
    try (InputStream in = Shell.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
