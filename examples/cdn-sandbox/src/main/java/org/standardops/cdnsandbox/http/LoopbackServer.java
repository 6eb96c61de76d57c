package org.standardops.cdnsandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One HTTP server on the loopback address; each request has a thread of its own, so a held one
 * stops nobody.
 */
public final class LoopbackServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Answers one exchange; what it throws ends the connection. */
  @FunctionalInterface
  public interface Handler {
    void handle(HttpExchange exchange, Request request) throws IOException;
  }

  /** Binds the port (0: any free one) but answers nobody before {@link #start}. */
  public static LoopbackServer bind(String name, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    HttpServer server = HttpServer.create(address, 0);
    ExecutorService threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "sandbox-" + name);
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    return new LoopbackServer(server, threads);
  }

  public void start(Handler handler) {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            handler.handle(exchange, Request.read(exchange));
          }
        });
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public static void send(HttpExchange exchange, Response response) throws IOException {
    response.headers().forEach(exchange.getResponseHeaders()::set);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(response.body().length));
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    int length = response.body().length;
    exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(response.body());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
