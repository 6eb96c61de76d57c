package org.standardops.itests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The small CDN of the examples as a process of its own, so that it outlives every server. */
final class CdnSandbox implements AutoCloseable {

  private static final List<String> FILES = List.of("/", "/game/version.json", "/img/banner.png");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final JsonNode ports;

  CdnSandbox() {
    try {
      Path portFile = Download.freshFolder("sandbox").resolve("ports.json");
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      process =
          new ProcessBuilder(
                  java,
                  "-jar",
                  System.getProperty("standardops.sandbox"),
                  "--port-file",
                  portFile.toString())
              .redirectErrorStream(true)
              .redirectOutput(portFile.resolveSibling("output").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      await("the CDN sandbox").until(() -> Files.exists(portFile));
      ports = RestClient.JSON.readTree(portFile.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Configures a download so that its CDN atoms talk to this sandbox. */
  void configure(Download download) {
    try {
      Path etc = download.folder().resolve("etc");
      Files.writeString(
          etc.resolve("org.standardops.tencentcloud.cfg"),
          """
          endpoint = http://127.0.0.1:%d
          region = ap-guangzhou
          secretId = sandbox-secret-id
          secretKey = sandbox-secret-key
          """
              .formatted(port("api")));
      Files.writeString(etc.resolve("org.standardops.outbound.cfg"), "allow = 127.0.0.1\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Address of the edge. */
  String edge() {
    return "http://127.0.0.1:" + port("edge");
  }

  /** Addresses of files at the edge. */
  List<String> urls() {
    return FILES.stream().map(file -> edge() + file).toList();
  }

  /** How often each URL was pushed. */
  List<Integer> pushes() {
    return urls().stream()
        .map(url -> control("GET", "/counts", "").path("pushes").path(url).asInt())
        .toList();
  }

  JsonNode control(String method, String path, String body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("control") + path))
              .method(method, BodyPublishers.ofString(body))
              .build();
      return RestClient.JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int port(String name) {
    return ports.get(name).asInt();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
