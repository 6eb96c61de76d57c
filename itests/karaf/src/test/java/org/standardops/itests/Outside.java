package org.standardops.itests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Executors;

/** What lies outside of a server under test, on this machine; it answers as the test says. */
final class Outside implements AutoCloseable {

  private final HttpServer server;

  Outside() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool(Outside::daemon));
    server.start();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  /** Answers at this path and below. */
  Outside on(String path, HttpHandler handler) {
    server.createContext(path, handler);
    return this;
  }

  /** Always answers the same at this path. */
  Outside on(String path, int status, String text) {
    return on(path, exchange -> answer(exchange, status, text));
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** A download of the test's own, whose atoms may call this. */
  Download download() {
    Download download = Download.fresh();
    try {
      Files.writeString(
          download.folder().resolve("etc/org.standardops.outbound.cfg"), "allow = 127.0.0.1\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return download;
  }

  static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
