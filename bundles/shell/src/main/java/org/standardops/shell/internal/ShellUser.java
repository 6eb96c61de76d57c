package org.standardops.shell.internal;

import org.apache.karaf.shell.api.console.Session;
import org.standardops.services.Caller;

/** Who uses the shell runs the server, and is let in by the shell itself. */
final class ShellUser {

  private static final String USER = "USER";

  private ShellUser() {}

  static Caller of(Session session) {
    Object name = session.get(USER);
    return new Caller(name == null ? "shell" : name.toString(), true, false, "shell");
  }
}
