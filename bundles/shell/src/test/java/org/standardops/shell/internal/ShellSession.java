package org.standardops.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.karaf.shell.api.console.Session;

/** Ann at the shell: the few parts of a session that commands use. */
final class ShellSession {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Path folder;

  ShellSession(Path folder) {
    this.folder = folder;
  }

  String output() {
    return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  Session session() {
    PrintStream console = new PrintStream(written, true, StandardCharsets.UTF_8);
    Map<String, Object> answers = Map.of("getConsole", console, "currentDir", folder, "get", "ann");
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) -> answers.get(method.getName()));
  }
}
