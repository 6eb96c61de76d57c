package org.standardops.atom.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A real HTTP server on a free loopback port that keeps what it was asked. */
public final class TestServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  private TestServer(Function<Received, Reply> behaviour) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, behaviour));
    server.start();
  }

  /**
   * @param behaviour answers each request; called on many threads
   */
  public static TestServer that(Function<Received, Reply> behaviour) {
    return new TestServer(behaviour);
  }

  /** {@code http://127.0.0.1:<port>} and this path. */
  public URI uri(String path) {
    InetSocketAddress address = server.getAddress();
    return URI.create(
        "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + path);
  }

  /** All requests so far, oldest first. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange, Function<Received, Reply> behaviour)
      throws IOException {
    try (exchange) {
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name, String.join(", ", values)));
      Received request =
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              headers,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      received.add(request);
      Reply reply = behaviour.apply(request);
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      boolean bare = request.method().equals("HEAD") || reply.body().length == 0;
      exchange.sendResponseHeaders(reply.status(), bare ? -1 : reply.body().length);
      if (!bare) {
        try (OutputStream body = exchange.getResponseBody()) {
          body.write(reply.body());
        }
      }
    }
  }

  /**
   * A request.
   *
   * @param uri path and query
   * @param headers names in any case
   */
  public record Received(String method, URI uri, Map<String, String> headers, String body) {}

  /** An answer. */
  public record Reply(int status, Map<String, String> headers, byte[] body) {

    public static Reply json(int status, String body) {
      return of(status, "application/json", body);
    }

    public static Reply text(int status, String body) {
      return of(status, "text/plain; charset=utf-8", body);
    }

    private static Reply of(int status, String type, String body) {
      return new Reply(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }
  }
}
