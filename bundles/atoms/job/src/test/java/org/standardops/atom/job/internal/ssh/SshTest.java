package org.standardops.atom.job.internal.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.standardops.atom.job.internal.ssh.SshFailed.Reason;
import org.standardops.atom.job.testing.OpenSshServer;

class SshTest {

  @TempDir private static Path folder;
  private static OpenSshServer server;
  private static Ssh ssh;

  @BeforeAll
  static void start() {
    server = OpenSshServer.start(folder);
    ssh = new Ssh();
  }

  @AfterAll
  static void stop() {
    ssh.close();
    server.close();
  }

  @Test
  void runsCommandWithEd25519Key() throws Exception {
    assertThat(ran("ed25519", key(server.hostKey("ed25519")))).isEqualTo("hello abc");
  }

  @Test
  void runsCommandWithRsaKey() throws Exception {
    assertThat(ran("rsa", key(server.hostKey("ed25519")))).isEqualTo("hello abc");
  }

  @Test
  void asksForTheKindOfKeyThatIsKnown() throws Exception {
    assertThat(ran("ed25519", key(server.hostKey("ecdsa")))).isEqualTo("hello abc");
  }

  @Test
  void remembersKeyAtFirstSight() throws Exception {
    FirstSight unknown = new FirstSight();
    ran("ed25519", unknown);
    assertThat(unknown.seen)
        .singleElement()
        .satisfies(
            seen -> assertThat(server.hostKey("ed25519") + server.hostKey("ecdsa")).contains(seen));
  }

  @Test
  void refusesChangedKeyWithBothFingerprints() throws Exception {
    String other =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKgh0aXOUvEAwYCSSXvGJcvM4Z4UAuT6mBwkUxIgbQzf";
    SshFailed failed = catchThrowableOfType(SshFailed.class, () -> ran("ed25519", key(other)));
    assertThat(failed.reason()).isEqualTo(Reason.HOST_KEY_CHANGED);
    assertThat(failed)
        .hasMessageMatching("(?s).*known is SHA256:.*it shows SHA256:.*")
        .hasMessageContaining(String.join(" ", server.hostKey("ed25519").split(" ")[1]));
  }

  @Test
  void refusesKeyThatAnotherConnectionSawOtherwise() throws Exception {
    HostKey raced =
        new HostKey() {
          @Override
          public List<String> known() {
            return List.of();
          }

          @Override
          public String firstSeen(String key, String fingerprint) {
            return "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKgh0aXOUvEAwYCSSXvGJcvM4Z4UAuT6mBwkUxIgbQzf";
          }
        };
    SshFailed failed = catchThrowableOfType(SshFailed.class, () -> ran("ed25519", raced));
    assertThat(failed.reason()).isEqualTo(Reason.HOST_KEY_CHANGED);
  }

  @Test
  void tellsThatKeyIsNotLetIn() throws Exception {
    Login nobody = new Login("nobody-here", server.userKey("ed25519"));
    SshFailed failed =
        catchThrowableOfType(
            SshFailed.class,
            () -> ssh.connect(address(), nobody, key(server.hostKey("ed25519"))).close());
    assertThat(failed.reason()).isEqualTo(Reason.SIGN_IN_REFUSED);
    assertThat(failed).hasMessageContaining("nobody-here").hasMessageContaining("key");
  }

  @Test
  void tellsThatPasswordIsNotLetIn() throws Exception {
    SshFailed failed =
        catchThrowableOfType(
            SshFailed.class,
            () ->
                ssh.connect(
                        address(),
                        new Login(server.user(), "hunter2"),
                        key(server.hostKey("ed25519")))
                    .close());
    assertThat(failed.reason()).isEqualTo(Reason.SIGN_IN_REFUSED);
    assertThat(failed.getMessage()).doesNotContain("hunter2");
  }

  @Test
  void neverQuotesBrokenKey() {
    SshFailed failed =
        catchThrowableOfType(
            SshFailed.class,
            () ->
                ssh.connect(
                        address(),
                        new Login("ann", "-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2\n"),
                        key(server.hostKey("ed25519")))
                    .close());
    assertThat(failed.reason()).isEqualTo(Reason.CREDENTIAL_INVALID);
    assertThat(failed.getMessage()).doesNotContain("hunter2");
  }

  @Test
  void tellsThatNothingListens() {
    SshFailed failed =
        catchThrowableOfType(
            SshFailed.class,
            () ->
                ssh.connect(new Address("127.0.0.1", 1), new Login("ann", "x"), new FirstSight())
                    .close());
    assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failed).hasMessageContaining("127.0.0.1:1").hasMessageContaining("refused");
  }

  @Test
  void dropsOutputBeyondTheLimit() throws Exception {
    try (Connection connection = connect("ed25519", key(server.hostKey("ed25519")))) {
      assertThat(connection.run("head -c 5000000 /dev/zero", new byte[0], 1000)).hasSize(1000);
    }
  }

  private static String ran(String userKey, HostKey hostKey) throws Exception {
    try (Connection connection = connect(userKey, hostKey)) {
      byte[] input = "abc".getBytes(StandardCharsets.UTF_8);
      return new String(
          connection.run("printf 'hello '; cat", input, 1000), StandardCharsets.UTF_8);
    }
  }

  private static Connection connect(String userKey, HostKey hostKey) throws Exception {
    return ssh.connect(address(), new Login(server.user(), server.userKey(userKey)), hostKey);
  }

  private static Address address() {
    return new Address("127.0.0.1", server.port());
  }

  private static HostKey key(String known) {
    return new FirstSight(known);
  }

  private static final class FirstSight implements HostKey {
    private final List<String> known;
    private final List<String> seen = new ArrayList<>();

    FirstSight(String... known) {
      this.known = List.of(known);
    }

    @Override
    public List<String> known() {
      return known;
    }

    @Override
    public String firstSeen(String key, String fingerprint) {
      seen.add(key);
      return key;
    }
  }
}
