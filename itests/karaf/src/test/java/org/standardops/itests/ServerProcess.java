package org.standardops.itests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server of a download on a data folder, as a process of its own with free ports. It is
 * started, killed, stopped and started again by the download's own scripts; whatever still runs is
 * killed when the tests' JVM ends.
 */
public final class ServerProcess implements AutoCloseable {
  static final Duration START_LIMIT = Duration.ofSeconds(120);

  private final Download download;
  private final Path data;
  private final Map<String, String> environment = new HashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final int httpPort = freePort();
  private final int sshPort = freePort();

  /** A server on a new data folder. */
  public ServerProcess(Download download) {
    this(download, Download.freshFolder("data"));
  }

  public ServerProcess(Download download, Path data) {
    this.download = download;
    this.data = data;
    environment.put("STANDARDOPS_DATA", data.toString());
    environment.put("STANDARDOPS_HTTP_PORT", Integer.toString(httpPort));
    environment.put("STANDARDOPS_SSH_PORT", Integer.toString(sshPort));
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /** Sets a variable of the environment for every script run from now on. */
  public ServerProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Starts the server in the background and waits until it is ready. */
  public ServerProcess start(String... arguments) {
    script("start", arguments).expectSuccess();
    return awaitReady();
  }

  /** Waits until {@code /health/ready} answers 200. */
  public ServerProcess awaitReady() {
    await("ready " + uri("/api/v1/health/ready"))
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> get("/api/v1/health/ready").statusCode() == 200);
    return this;
  }

  /** Stops the server in good order and waits until it has ended. */
  public void stop() {
    script("stop").expectSuccess();
  }

  /** Ends the server as a power cut would ({@code kill -9}), and waits until it is gone. */
  public void kill() {
    process()
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }

  /** The server's process, if it lives. An old process id may belong to a stranger by now. */
  public Optional<ProcessHandle> process() {
    try {
      Path lock = data.resolve("lock");
      String id = Files.exists(lock) ? Files.readString(lock).strip() : "";
      return id.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(id)).filter(this::isThisServer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isThisServer(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(data.toString());
  }

  /** Runs a script of the download's {@code bin} in this server's environment. */
  public Command script(String name, String... arguments) {
    return runScript("", name, arguments);
  }

  private Command runScript(String input, String name, String... arguments) {
    List<String> words = new ArrayList<>(List.of(download.script(name).toString()));
    words.addAll(List.of(arguments));
    return Command.run(environment, input, words.toArray(String[]::new));
  }

  /**
   * Runs commands in the server's shell, waiting for it to open: what a person types into {@code
   * bin/client -b}.
   */
  public Command shell(String commands) {
    return runScript(commands + "\n", "client", "-b", "-r", "30", "-d", "1");
  }

  /** The answer to a GET without credentials, for instance of {@code /api/v1/health}. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + httpPort + path);
  }

  public boolean shellPortIsOpen() {
    try (Socket socket = new Socket("127.0.0.1", sshPort)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public String log() {
    try {
      return Files.readString(data.resolve("log/standardops.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path data() {
    return data;
  }

  public int httpPort() {
    return httpPort;
  }

  public int sshPort() {
    return sshPort;
  }

  @Override
  public void close() {
    kill();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
