package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Starting, ending and starting again: what stays, and what may go. */
class ServerLifeIT {

  @Test
  void startsAgainAtOnceAfterKill() {
    try (ServerProcess server = new ServerProcess(Download.shared()).start()) {
      server.kill();
      server.start();

      assertThat(server.process()).isPresent();
    }
  }

  @Test
  void whoAsksBeforeItIsReadyIsToldToComeAgain() {
    Set<String> before = new TreeSet<>();
    try (ServerProcess server = new ServerProcess(Download.shared())) {
      server.script("start").expectSuccess();
      await("ready")
          .atMost(ServerProcess.START_LIMIT)
          .pollInterval(Duration.ofMillis(2))
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(
              () -> {
                HttpResponse<String> answer = server.get("/api/v1/health/ready");
                if (answer.statusCode() == 200) {
                  return true;
                }
                String type = answer.headers().firstValue("Content-Type").orElse("none");
                before.add(answer.statusCode() + " " + type);
                return false;
              });
    }

    assertThat(before)
        .contains("503 application/problem+json")
        .isSubsetOf("503 application/problem+json", "503 application/json");
  }

  @Test
  void stopsInGoodOrder() {
    try (ServerProcess server = new ServerProcess(Download.shared()).start()) {
      server.stop();

      assertThat(server.process()).isEmpty();
      assertThat(server.script("status").exitStatus()).isEqualTo(3);
      assertThat(server.log()).doesNotContain(" ERROR ");
    }
  }

  @Test
  void twoServersRunSideBySideFromOneCopy() {
    try (ServerProcess one = new ServerProcess(Download.shared()).start();
        ServerProcess other = new ServerProcess(Download.shared()).start()) {
      other.stop();

      one.awaitReady();
      assertThat(one.process()).isPresent();
    }
  }

  @Test
  void cleanKeepsWhatIsOurs() throws IOException {
    try (ServerProcess server = new ServerProcess(Download.shared()).start()) {
      Path password = server.data().resolve("keys/shell/users.properties");
      String before = Files.readString(password);
      Path marker = Files.createFile(server.data().resolve("runtime/marker"));
      server.stop();
      server.start("clean");

      assertThat(marker).doesNotExist();
      assertThat(password).hasContent(before);
    }
  }

  @Test
  void runtimeOfAnotherVersionIsRebuilt() throws IOException {
    try (ServerProcess server = new ServerProcess(Download.shared())) {
      Path runtime = Files.createDirectories(server.data().resolve("runtime"));
      Files.writeString(runtime.resolve("stamp"), "0.0.1\n");
      Path marker = Files.createFile(runtime.resolve("marker"));
      server.start();

      assertThat(marker).doesNotExist();
    }
  }

  @Test
  void dataFolderMayHaveSpacesAndShellMayBeOff() throws IOException {
    Path data = Files.createDirectory(Download.freshFolder("parent").resolve("my data"));
    try (ServerProcess server =
        new ServerProcess(Download.shared(), data).with("STANDARDOPS_SSH_PORT", "0").start()) {
      assertThat(server.shellPortIsOpen()).isFalse();
    }
  }

  @Test
  void settingsFileCountsWhereTheEnvironmentIsSilent() throws IOException {
    Download own = Download.fresh();
    Path data = Download.freshFolder("data");
    Files.writeString(
        own.folder().resolve("etc/org.standardops.cfg"),
        "data = " + data + "\nhttpPort = 99999\n",
        StandardOpenOption.APPEND);

    Command refused = Command.run(own.script("start").toString());

    assertThat(refused.exitStatus()).isEqualTo(1);
    assertThat(refused.output()).contains("99999");
    assertThat(Command.run(own.script("status").toString()).output()).contains(data.toString());
  }
}
