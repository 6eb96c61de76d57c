package org.standardops.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.standardops.atom.Http;
import org.standardops.atom.Http.Request;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Touched;

@Timeout(30)
final class OutboundClientTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile AllowList allowed = AllowList.parse("127.0.0.1");
  private OutboundClient client =
      new OutboundClient(SystemDefaultDnsResolver.INSTANCE, () -> allowed);

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    serve("/", 200, "hello", Map.of());
    server.start();
  }

  @AfterEach
  void stopAll() throws IOException {
    client.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void givesStatusHeadersAndBody() throws Exception {
    serve("/teapot", 418, "short", Map.of("X-Kind", "Pot"));

    Http.Response response = http().send(Request.get(uri("/teapot")));

    assertThat(response.status()).isEqualTo(418);
    assertThat(response.header("x-kind")).contains("Pot");
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("short");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void sendsTheIntentKeyWithWhatMayChangeSomething(String method) throws Exception {
    http().send(request(method, uri("/"), Map.of(), "{}"));

    assertThat(headers.get(0)).containsEntry("Idempotency-key", List.of("intent-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void sendsNoKeyWithWhatOnlyReads(String method) throws Exception {
    http().send(request(method, uri("/"), Map.of(), ""));

    assertThat(headers.get(0)).doesNotContainKey("Idempotency-key");
  }

  @Test
  void leavesTheCallersOwnKeyAlone() throws Exception {
    http().send(request("POST", uri("/"), Map.of("idempotency-key", "mine"), "{}"));

    assertThat(headers.get(0)).containsEntry("Idempotency-key", List.of("mine"));
  }

  @Test
  void asksForAnotherHostWhereTheCallerSaysSo() throws Exception {
    http().send(request("GET", uri("/"), Map.of("Host", "origin.example.com:8080"), ""));

    assertThat(headers.get(0)).containsEntry("Host", List.of("origin.example.com:8080"));
  }

  @Test
  void addsNothingThatAServerCouldRememberUsBy() throws Exception {
    serve("/", 200, "x", Map.of("Set-Cookie", "session=1"));

    http().send(Request.get(uri("/")));
    http().send(Request.get(uri("/")));

    assertThat(headers.get(1)).doesNotContainKeys("Cookie", "Authorization", "Accept-encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"})
  void refusesLoopbackByWhateverName(String host) {
    allowed = AllowList.parse("");

    HttpFailed failed = fails(Request.get(URI.create("http://" + host + ":" + port() + "/")));

    assertThat(failed.code()).isEqualTo("DESTINATION_REFUSED");
    assertThat(failed.getMessage())
        .contains("127.0.0.1")
        .contains("etc/org.standardops.outbound.cfg");
    assertThat(failed.touched()).isEqualTo(Touched.NO);
    assertThat(failed.retryable()).isFalse();
    assertThat(asked).isEmpty();
  }

  @Test
  void reachesAPrivateAddressByAnAllowedName() throws Exception {
    allowed = AllowList.parse("localhost");

    assertThat(http().send(Request.get(localhost("/"))).status()).isEqualTo(200);
  }

  @Test
  void followsAChangeOfWhatIsAllowed() throws Exception {
    http().send(Request.get(uri("/")));
    allowed = AllowList.parse("");

    assertThat(fails(Request.get(uri("/"))).code()).isEqualTo("DESTINATION_REFUSED");
  }

  @Test
  void connectsOnlyToTheAddressesThatPass() throws Exception {
    client.close();
    client = new OutboundClient(new TwoAddresses("10.255.255.1", "127.0.0.1"), () -> allowed);

    URI uri = URI.create("http://both.example.com:" + port() + "/");

    assertThat(http().send(Request.get(uri)).status()).isEqualTo(200);
  }

  @Test
  void aNameThatTurnsToAnotherAddressIsCheckedByTheOneThatIsConnectedTo() throws Exception {
    List<String> lookups = new CopyOnWriteArrayList<>();
    DnsResolver turning =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            lookups.add(host);
            String address = lookups.size() == 1 ? "127.0.0.1" : "127.0.0.2";
            return new InetAddress[] {InetAddress.getByName(address)};
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    client.close();
    client = new OutboundClient(turning, () -> allowed);
    URI uri = URI.create("http://turning.example.com:" + port() + "/");

    assertThat(http().send(Request.get(uri)).status()).isEqualTo(200);
    assertThat(lookups).as("one look-up serves check and connection").hasSize(1);
    assertThat(fails(Request.get(uri)).getMessage()).contains("127.0.0.2");
    assertThat(asked).hasSize(1);
  }

  @Test
  void followsRedirectsOfReadingRequests() throws Exception {
    serve("/old", 302, "", Map.of("Location", "new"));
    serve("/new", 200, "here", Map.of());

    assertThat(http().send(Request.get(uri("/old"))).body()).asString().isEqualTo("here");
  }

  @Test
  void refusesARedirectFromAnAllowedHostToOneThatIsNot() {
    allowed = AllowList.parse("localhost");
    serve("/away", 302, "", Map.of("Location", uri("/secret").toString()));

    HttpFailed failed = fails(Request.get(localhost("/away")));

    assertThat(failed.code()).isEqualTo("DESTINATION_REFUSED");
    assertThat(failed.touched()).isEqualTo(Touched.MAYBE);
    assertThat(asked).containsExactly("GET /away");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "http://u:p@127.0.0.1/"})
  void refusesARedirectToWhatNoRequestMayAskFor(String location) {
    serve("/away", 302, "", Map.of("Location", location));

    assertThat(fails(Request.get(uri("/away"))).code()).isEqualTo("DESTINATION_REFUSED");
  }

  @Test
  void keepsTheCallersHeadersFromAnotherServer() throws Exception {
    allowed = AllowList.parse("127.0.0.1, localhost");
    serve("/away", 302, "", Map.of("Location", localhost("/there").toString()));

    http()
        .send(
            new Request(
                "GET",
                uri("/away"),
                Map.of("Authorization", "s3cret", "X-Api-Key", "s3cret", "Accept", "text/plain"),
                new byte[0],
                Duration.ofSeconds(5),
                true));

    assertThat(asked).containsExactly("GET /away", "GET /there");
    assertThat(headers.get(1)).containsEntry("Accept", List.of("text/plain"));
    assertThat(headers.get(1).toString()).doesNotContain("s3cret");
  }

  @Test
  void followsNoRedirectOfARequestThatMayChangeSomething() throws Exception {
    serve("/old", 307, "moved", Map.of("Location", "/new"));
    Request post =
        new Request("POST", uri("/old"), Map.of(), new byte[0], Duration.ofSeconds(5), true);

    assertThat(http().send(post).status()).isEqualTo(307);
    assertThat(asked).containsExactly("POST /old");
  }

  @Test
  void givesTheSixthRedirectAsItIs() throws Exception {
    serve("/round", 302, "", Map.of("Location", "/round"));

    assertThat(http().send(Request.get(uri("/round"))).status()).isEqualTo(302);
    assertThat(asked).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://127.0.0.1/", "file:///etc/passwd", "http://u:p@127.0.0.1/", "/x"})
  void refusesUrlsThatAreNotForTheWeb(String uri) {
    HttpFailed failed = fails(Request.get(URI.create(uri)));

    assertThat(failed.code()).isEqualTo("INVALID_REQUEST");
    assertThat(failed.touched()).isEqualTo(Touched.NO);
    assertThat(failed.getMessage()).doesNotContain("u:p");
  }

  @Test
  void refusesHeadersThatWouldBecomeOthers() {
    for (Map<String, String> bad :
        List.of(
            Map.of("X-A", "1\r\nX-B: 2"),
            Map.of("X-A\r\nX-B", "1"),
            Map.of("X A", "1"),
            Map.of("Content-Length", "5"),
            Map.of("transfer-encoding", "chunked"))) {
      assertThat(fails(request("POST", uri("/"), bad, "x")).code()).isEqualTo("INVALID_REQUEST");
    }
    assertThat(fails(request("GET /x HTTP/1.1\r\n", uri("/"), Map.of(), "")).code())
        .isEqualTo("INVALID_REQUEST");
    assertThat(asked).isEmpty();
  }

  @Test
  void refusesAnAnswerThatIsTooLargeWithoutReadingItAll() throws Exception {
    try (ServerSocket endless = raw("HTTP/1.1 200 OK\r\n\r\n", true)) {
      HttpFailed failed = fails(Request.get(at(endless)));

      assertThat(failed.code()).isEqualTo("TOO_LARGE");
      assertThat(failed.retryable()).isFalse();
    }
  }

  @Test
  void streamsAnAnswerOfAnySize() throws Exception {
    server.createContext(
        "/large",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 64; i++) {
              body.write(new byte[1 << 20]);
            }
          }
        });

    long length =
        http()
            .send(
                Request.get(uri("/large")),
                (status, received, body) -> body.transferTo(OutputStream.nullOutputStream()));

    assertThat(length).isEqualTo(64L << 20);
  }

  @Test
  void doesNotWaitForWhatTheReaderLeaves() throws Exception {
    try (ServerSocket endless =
        raw("HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n", true)) {
      int first = http().send(Request.get(at(endless)), (status, received, body) -> body.read());

      assertThat(first).isEqualTo('x');
    }
  }

  @Test
  void givesEveryConnectionBack() throws Exception {
    serve("/old", 302, "moved", Map.of("Location", "/"));
    for (int i = 0; i < OutboundClient.MOST_CONNECTIONS / 2 + 10; i++) {
      http().send(Request.get(uri("/old")), (status, received, body) -> body.read());
    }

    assertThat(http().send(Request.get(uri("/"))).status()).isEqualTo(200);
  }

  @Test
  void tellsThatNobodyListens() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    HttpFailed failed =
        fails(request("POST", URI.create("http://127.0.0.1:" + port), Map.of(), "x"));

    assertThat(failed.code()).isEqualTo("CONNECT");
    assertThat(failed.touched()).isEqualTo(Touched.NO);
    assertThat(failed.retryable()).isTrue();
  }

  @Test
  void tellsThatNoAddressIsKnown() throws Exception {
    client.close();
    client = new OutboundClient(new NoNames(), () -> allowed);

    HttpFailed failed =
        fails(request("POST", URI.create("http://gone.example.com/"), Map.of(), "x"));

    assertThat(failed.code()).isEqualTo("CONNECT");
    assertThat(failed.touched()).isEqualTo(Touched.NO);
  }

  @Test
  void cannotTellWhereTheConnectionIsCut() throws Exception {
    try (ServerSocket cut = raw("", false)) {
      HttpFailed failed = fails(request("POST", at(cut), Map.of(), "x"));

      assertThat(failed.code()).isEqualTo("CONNECTION_LOST");
      assertThat(failed.touched()).isEqualTo(Touched.MAYBE);
    }
  }

  @Test
  void cannotTellWhereTheAnswerIsCut() throws Exception {
    try (ServerSocket cut = raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", false)) {
      assertThat(fails(Request.get(at(cut))).code()).isEqualTo("CONNECTION_LOST");
    }
  }

  @Test
  void sendsARequestOnlyOnceHoweverItEnds() throws Exception {
    List<Socket> connections = new CopyOnWriteArrayList<>();
    try (ServerSocket cut = raw("", false, connections)) {
      fails(Request.get(at(cut)));
    }

    assertThat(connections).hasSize(1);
  }

  @Test
  void limitsTheWholeExchangeAndNotOnlyEachRead() throws Exception {
    try (ServerSocket slow = slow()) {
      long start = System.nanoTime();

      HttpFailed failed =
          fails(new Request("POST", at(slow), Map.of(), new byte[0], Duration.ofSeconds(1), false));

      assertThat(failed.code()).isEqualTo("TIMEOUT");
      assertThat(failed.touched()).isEqualTo(Touched.MAYBE);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void endsAnExchangeWhoseCallWasCancelled() throws Exception {
    AtomicBoolean cancelled = new AtomicBoolean();
    CountDownLatch arrived = new CountDownLatch(1);
    server.createContext(
        "/hangs",
        exchange -> {
          arrived.countDown();
          awaitForever();
        });
    Future<HttpFailed> failure =
        threads.submit(() -> fails(Request.get(uri("/hangs")), cancelled::get));

    arrived.await();
    cancelled.set(true);

    await().atMost(Duration.ofSeconds(5)).until(failure::isDone);
    assertThat(failure.get().code()).isEqualTo("CANCELLED");
    assertThat(failure.get().touched()).isEqualTo(Touched.MAYBE);
  }

  @Test
  void keepsTheQueryOutOfMessages() throws Exception {
    try (ServerSocket cut = raw("", false)) {
      URI uri = URI.create(at(cut) + "path?token=s3cret");

      assertThat(fails(Request.get(uri)).getMessage()).contains("/path").doesNotContain("s3cret");
    }
  }

  @Test
  void refusesEndlessHeaders() throws Exception {
    String line = "X-H: " + "a".repeat(1_000) + "\r\n";
    try (ServerSocket many = raw("HTTP/1.1 200 OK\r\n" + line.repeat(1_000) + "\r\n", false)) {
      assertThat(fails(Request.get(at(many))).code()).isEqualTo("CONNECTION_LOST");
    }
  }

  private Http http() {
    return client.forCall("intent-1", () -> false);
  }

  private HttpFailed fails(Request request) {
    return fails(request, () -> false);
  }

  private HttpFailed fails(Request request, BooleanSupplier cancelled) {
    HttpFailed failed =
        catchThrowableOfType(
            HttpFailed.class, () -> client.forCall("intent-1", cancelled).send(request));
    assertThat(failed).as("HttpFailed").isNotNull();
    return failed;
  }

  private static Request request(String method, URI uri, Map<String, String> headers, String body) {
    return new Request(
        method, uri, headers, body.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(5), false);
  }

  private void serve(String path, int status, String body, Map<String, String> replyHeaders) {
    try {
      server.removeContext(path);
    } catch (IllegalArgumentException e) {
      // It was not there before.
    }
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          headers.add(Map.copyOf(exchange.getRequestHeaders()));
          exchange.getRequestBody().readAllBytes();
          replyHeaders.forEach(exchange.getResponseHeaders()::add);
          boolean head = exchange.getRequestMethod().equals("HEAD");
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
          if (!head) {
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
  }

  /** Reads a request's head, sends this, and closes; or goes on sending for ever. */
  private ServerSocket raw(String answer, boolean endless) throws IOException {
    return raw(answer, endless, new CopyOnWriteArrayList<>());
  }

  private ServerSocket raw(String answer, boolean endless, List<Socket> connections)
      throws IOException {
    return accepting(
        connections,
        out -> {
          out.write(answer.getBytes(StandardCharsets.US_ASCII));
          out.flush();
          byte[] chunk = "x".repeat(8_192).getBytes(StandardCharsets.US_ASCII);
          while (endless) {
            out.write(chunk);
          }
        });
  }

  /** Sends a byte of its answer every 50 ms. */
  private ServerSocket slow() throws IOException {
    return accepting(
        new CopyOnWriteArrayList<>(),
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          CountDownLatch never = new CountDownLatch(1);
          while (!never.await(50, TimeUnit.MILLISECONDS)) {
            out.write('x');
            out.flush();
          }
        });
  }

  private interface Behaviour {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  private ServerSocket accepting(List<Socket> connections, Behaviour behaviour) throws IOException {
    ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    threads.execute(
        () -> {
          while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
              connections.add(socket);
              readHead(socket.getInputStream());
              behaviour.answer(socket.getOutputStream());
            } catch (IOException e) {
              // The client or the test has closed it.
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              return;
            }
          }
        });
    return listening;
  }

  private static void readHead(InputStream in) throws IOException {
    int ends = 0;
    while (ends < 4) {
      int read = in.read();
      if (read < 0) {
        return;
      }
      ends = read == "\r\n\r\n".charAt(ends) ? ends + 1 : 0;
    }
  }

  private static void awaitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private URI localhost(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  private static URI at(ServerSocket socket) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  private record TwoAddresses(String first, String second) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return new InetAddress[] {InetAddress.getByName(first), InetAddress.getByName(second)};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  private record NoNames() implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      throw new UnknownHostException(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
