package org.standardops.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConsoleServletTest {

  private static final Map<String, String> FILES =
      Map.of(
          "files.txt", "index.html\nassets/main-1a2b.js\nicon.svg\n",
          "index.html", "<!doctype html>",
          "assets/main-1a2b.js", "run()",
          "assets/main-1a2b.js.gz", "(compressed)",
          "icon.svg", "<svg/>");
  private static final Server SERVER = new Server(0);

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    Assets assets =
        Assets.load(
            path ->
                FILES.containsKey(path)
                    ? new ByteArrayInputStream(FILES.get(path).getBytes(StandardCharsets.UTF_8))
                    : null);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder servlet = new ServletHolder(new ConsoleServlet(assets));
    context.addServlet(servlet, "/");
    context.addServlet(servlet, "/console/*");
    SERVER.setHandler(context);
    SERVER.start();
  }

  @AfterAll
  static void stop() throws Exception {
    SERVER.stop();
  }

  @Test
  void leadsToTheConsole() throws Exception {
    assertThat(get("/").headers().firstValue("Location")).hasValue("/console/");
    assertThat(get("/console").headers().firstValue("Location")).hasValue("/console/");
  }

  @Test
  void hasNothingBesideTheConsole() throws Exception {
    assertThat(get("/other").statusCode()).isEqualTo(404);
  }

  @Test
  void drawsEveryPageByTheIndex() throws Exception {
    assertThat(get("/console/").body()).isEqualTo("<!doctype html>");
    HttpResponse<String> page = get("/console/b/web/tasks/t1");
    assertThat(page.body()).isEqualTo("<!doctype html>");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
  }

  @Test
  void keepsHashedFilesForEver() throws Exception {
    HttpResponse<String> script = get("/console/assets/main-1a2b.js");
    assertThat(script.body()).isEqualTo("run()");
    assertThat(script.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
  }

  @Test
  void sendsTheCompressedFileToThoseWhoTakeIt() throws Exception {
    HttpResponse<String> script =
        get("/console/assets/main-1a2b.js", "Accept-Encoding", "gzip, br");
    assertThat(script.body()).isEqualTo("(compressed)");
    assertThat(script.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(script.headers().firstValue("Vary")).hasValue("Accept-Encoding");
  }

  @Test
  void answersNotModifiedToTheSameEtag() throws Exception {
    String etag = get("/console/").headers().firstValue("ETag").orElseThrow();
    assertThat(get("/console/", "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void neverAnswersAPageForAMissingScript() throws Exception {
    assertThat(get("/console/assets/old-9f9f.js").statusCode()).isEqualTo(404);
  }

  @Test
  void allowsNoScriptAndStyleButItsOwn() throws Exception {
    assertThat(get("/console/").headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe");
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    int port = ((ServerConnector) SERVER.getConnectors()[0]).getLocalPort();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
