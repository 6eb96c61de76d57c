package org.standardops.atom.job.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real OpenSSH server on a free port of every local address, with host keys, user keys and a home
 * folder of its own below one folder. Sessions run as the account of this process.
 */
public final class OpenSshServer implements AutoCloseable {

  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  private final Path folder;
  private final int port;
  private Process process;

  private OpenSshServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * @param folder an existing, empty one
   */
  public static OpenSshServer start(Path folder) {
    try {
      OpenSshServer server = new OpenSshServer(folder, freePort());
      Files.createDirectory(server.home());
      server.newKey("user_ed25519", "ed25519");
      server.newKey("user_rsa", "rsa");
      server.newKey("host_ed25519", "ed25519");
      server.newKey("host_ecdsa", "ecdsa");
      Files.writeString(
          folder.resolve("authorized"),
          Files.readString(folder.resolve("user_ed25519.pub"))
              + Files.readString(folder.resolve("user_rsa.pub")));
      server.listen();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Listens (again), with the host keys that are in the folder now. */
  public void listen() throws IOException {
    if (!Files.isExecutable(SSHD)) {
      throw new AssertionError(
          "There is no "
              + SSHD
              + ": install the package openssh-server, whose server need not run.");
    }
    if ("root".equals(user())) {
      Files.createDirectories(
          Path.of("/run/sshd")); // OpenSSH wants it, and only a service makes it
    }
    Path config = folder.resolve("config");
    Files.writeString(
        config,
        """
        Port %d
        ListenAddress 0.0.0.0
        HostKey %2$s/host_ed25519
        HostKey %2$s/host_ecdsa
        AuthorizedKeysFile %2$s/authorized
        SetEnv HOME=%2$s/home
        PidFile none
        UsePAM no
        UseDNS no
        StrictModes no
        PermitRootLogin yes
        PasswordAuthentication no
        MaxStartups 500:30:1000
        """
            .formatted(port, folder));
    process =
        new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(20)).until(this::answers);
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void newKey(String name, String type) throws IOException {
    Path key = folder.resolve(name);
    Files.deleteIfExists(key);
    run("ssh-keygen", "-q", "-t", type, "-N", "", "-C", name, "-f", key.toString());
  }

  /** From the next {@link #listen} on. */
  public void newHostKeys() throws IOException {
    newKey("host_ed25519", "ed25519");
    newKey("host_ecdsa", "ecdsa");
  }

  private static void run(String... command) throws IOException {
    try {
      Process process = new ProcessBuilder(List.of(command)).inheritIO().start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("It did not go well: " + List.of(command));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  public int port() {
    return port;
  }

  public String user() {
    return System.getProperty("user.name");
  }

  public Path home() {
    return folder.resolve("home");
  }

  /** The private key that lets {@link #user()} in: {@code ed25519} or {@code rsa}. */
  public String userKey(String type) throws IOException {
    return Files.readString(folder.resolve("user_" + type));
  }

  /** The public host key: {@code ed25519} or {@code ecdsa}. */
  public String hostKey(String type) throws IOException {
    return Files.readString(folder.resolve("host_" + type + ".pub")).strip();
  }

  public String log() throws IOException {
    return Files.readString(folder.resolve("sshd.log"));
  }

  /** No more connections are taken; sessions that there are go on. */
  public void stopListening() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopListening();
  }
}
