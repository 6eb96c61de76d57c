package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a started server shows from outside; one server for all tests. */
class SharedServerIT {
  private static final ServerProcess SERVER = new ServerProcess(Download.shared());

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void secondServerOnSameDataFolderIsRefused() {
    long first = SERVER.process().orElseThrow().pid();

    Command refused = new ServerProcess(Download.shared(), SERVER.data()).script("start");

    assertThat(refused.exitStatus()).isEqualTo(1);
    assertThat(refused.output().strip())
        .hasLineCount(1)
        .contains(SERVER.data().toString())
        .contains("process id " + first);
    assertThat(SERVER.process()).map(ProcessHandle::pid).contains(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api", "/api/v2/me", "/api/v1/%2e%2e/me"})
  void pathThatNothingServesIsNotFound(String path) throws Exception {
    HttpResponse<String> answer = SERVER.get(path);

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void takenHttpPortIsRefused() {
    assertRefused("STANDARDOPS_HTTP_PORT", SERVER.httpPort());
  }

  @Test
  void takenShellPortIsRefused() {
    assertRefused("STANDARDOPS_SSH_PORT", SERVER.sshPort());
  }

  private static void assertRefused(String variable, int port) {
    try (ServerProcess second =
        new ServerProcess(Download.shared()).with(variable, Integer.toString(port))) {
      Command refused = second.script("start");

      assertThat(refused.exitStatus()).isEqualTo(1);
      assertThat(refused.output().strip())
          .hasLineCount(1)
          .contains("port " + port)
          .contains(variable);
      assertThat(second.data().resolve("runtime")).doesNotExist();
    }
  }

  @Test
  void statusNamesProcessAndFolder() {
    assertThat(SERVER.script("status").expectSuccess().output())
        .contains("process id " + SERVER.process().orElseThrow().pid())
        .contains(SERVER.data().toString());
  }

  @Test
  void shellLetsTheOwnerOfTheDataFolderIn() {
    assertThat(SERVER.shell("bundle:list").expectSuccess().output()).contains("engine-core");
  }

  @Test
  void shellUserHasNoKnownPassword() throws IOException {
    SERVER.shell("bundle:list").expectSuccess();
    assertLoginFails("karaf", "karaf");
    assertLoginFails("standardops", "standardops");

    Path users = SERVER.data().resolve("keys/shell/users.properties");
    assertThat(Files.readString(users)).matches("standardops = [0-9a-f]{32},[a-z,]+\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users)))
        .isEqualTo("rw-------");
  }

  private static void assertLoginFails(String user, String password) {
    assertThat(SERVER.script("client", "-u", user, "-p", password, "bundle:list"))
        .returns(1, Command::exitStatus)
        .extracting(Command::output)
        .asString()
        .contains("authentication");
  }

  @Test
  void listensOnNothingButHttpAndShell() throws IOException {
    assertThat(ListeningPorts.of(SERVER.process().orElseThrow().pid()))
        .containsExactlyInAnyOrder(SERVER.httpPort(), SERVER.sshPort());
  }

  @Test
  void unpackedCopyStaysAsItWas() throws IOException {
    Path untouched = Download.fresh().folder();

    assertThat(files(Download.shared().folder()))
        .containsExactlyInAnyOrderElementsOf(files(untouched));
    for (String file : files(untouched)) {
      assertThat(Download.shared().folder().resolve(file))
          .hasSameBinaryContentAs(untouched.resolve(file));
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).map(p -> folder.relativize(p).toString()).toList();
    }
  }
}
