package org.standardops.atom.tencent.cdn.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Atom;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Touched;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;
import org.standardops.atom.testkit.TestCall;
import org.standardops.atom.testkit.TestServer;
import org.standardops.atom.testkit.TestServer.Received;
import org.standardops.atom.testkit.TestServer.Reply;

final class ConsistencyAtomTest extends AtomContract {

  private final ConsistencyAtom atom = new ConsistencyAtom();
  private final Map<String, Reply> atEdge = new ConcurrentHashMap<>();
  private final Map<String, Reply> atOrigin = new ConcurrentHashMap<>();
  private final TestServer edge = TestServer.that(request -> reply(atEdge, request));
  private final TestServer origin = TestServer.that(request -> reply(atOrigin, request));

  @Override
  protected Atom atom() {
    return atom;
  }

  @Override
  protected String code() {
    return "cdn-consistency";
  }

  @AfterEach
  void stopServers() {
    edge.close();
    origin.close();
  }

  @Test
  void reportsThatNothingDiffers() throws Exception {
    serveBoth("/a?v=1", file("one"));
    serveBoth("/b", file("two"));

    assertThat(report(run(parameters("/a?v=1", "/b")).toEnd()))
        .containsExactly(
            Map.of("url", url("/a?v=1"), "consistent", true, "differences", List.of()),
            Map.of("url", url("/b"), "consistent", true, "differences", List.of()));
  }

  @Test
  void asksTheOriginForTheSamePathQueryAndHost() throws Exception {
    serveBoth("/a%20b?v=1%2F2", file("one"));

    run(parameters("/a%20b?v=1%2F2")).toEnd();

    Received asked = origin.received().get(0);
    assertThat(asked.uri()).isEqualTo(URI.create("/a%20b?v=1%2F2"));
    assertThat(asked.headers().get("Host")).isEqualTo(edge.uri("").getAuthority());
  }

  @Test
  void namesEachDifferenceAtTheDeadline() throws Exception {
    serveBoth("/same", file("one"));
    atEdge.put("/stale", file("old!"));
    atOrigin.put("/stale", file("new"));

    Outcome.Failed failed = (Outcome.Failed) run(parameters("/same", "/stale")).toEnd();

    assertThat(failed.code()).isEqualTo("INCONSISTENT");
    assertThat(failed.touched()).isEqualTo(Touched.NO);
    assertThat(failed.retryable()).isTrue();
    assertThat(failed.reason())
        .startsWith("1 of 2 URLs differ between edge and origin: " + url("/stale"))
        .contains("LENGTH: edge '4', origin '3'")
        .contains("SHA256");
    assertThat(report(failed))
        .extracting(line -> line.get("consistent"))
        .containsExactly(true, false);
  }

  @Test
  void comparesAgainUntilNothingDiffers() throws Exception {
    serveBoth("/same", file("one"));
    atEdge.put("/stale", file("old"));
    atOrigin.put("/stale", file("new"));
    AtomRun run = run(parameters("/same", "/stale"));

    Outcome.Poll poll = (Outcome.Poll) run.next();
    atEdge.put("/stale", file("new"));

    assertThat(poll.after()).isEqualTo(Duration.ofSeconds(5));
    assertThat(poll.detail()).isEqualTo("1 of 2 URLs consistent");
    assertThat(run.next()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(edge.received())
        .extracting(request -> request.uri().toString())
        .as("what was consistent is not asked for again")
        .containsExactly("/same", "/stale", "/stale");
  }

  @Test
  void comparesOnlyWhatIsWanted() throws Exception {
    atEdge.put(
        "/a", new Reply(200, Map.of("ETag", "W/\"1\"", "Cache-Control", "no-store"), text("x")));
    atOrigin.put(
        "/a", new Reply(200, Map.of("ETag", "\"1\"", "Cache-Control", "max-age=9"), text("y")));
    Map<String, Object> parameters = parameters("/a");
    parameters.put("deadline", "PT0S");

    parameters.put("compare", List.of("STATUS", "ETAG"));
    assertThat(run(parameters).toEnd()).isInstanceOf(Outcome.Succeeded.class);

    parameters.put("compare", List.of("CACHE_CONTROL"));
    assertThat(((Outcome.Failed) run(parameters).toEnd()).reason())
        .contains("CACHE_CONTROL: edge 'no-store', origin 'max-age=9'");
  }

  @Test
  void comparesFilesThatAreLargerThanAnAnswerMayBe() throws Exception {
    serveBoth("/large", new Reply(200, Map.of(), new byte[3 << 20]));

    assertThat(run(parameters("/large")).toEnd()).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void takesABrokenServerForNoProofOfAnything() throws Exception {
    serveBoth("/a", Reply.text(503, "out of order"));

    Outcome.Failed failed = (Outcome.Failed) run(parameters("/a")).toEnd();

    assertThat(failed.reason()).contains("EDGE: edge 'answered 503'");
  }

  @Test
  void doesAFewUrlsACall() throws Exception {
    String[] paths = IntStream.range(0, 45).mapToObj(i -> "/f" + i).toArray(String[]::new);
    for (String path : paths) {
      serveBoth(path, file(path));
    }
    TestCall call = TestCall.with(parameters(paths));
    AtomRun run = new AtomRun(atom, code(), call);

    Outcome.Poll first = (Outcome.Poll) run.next();
    int askedInOneCall = edge.received().size();

    assertThat(first.after()).isZero();
    assertThat(askedInOneCall).isEqualTo(20);
    assertThat(report(run.toEnd())).hasSize(45);
    assertThat(edge.received()).hasSize(45);
    assertThat(call.toldProgress()).isSorted().endsWith(1.0);
  }

  @Test
  void goesOnWhereItWasAfterACrash() throws Exception {
    String[] paths = IntStream.range(0, 25).mapToObj(i -> "/f" + i).toArray(String[]::new);
    for (String path : paths) {
      serveBoth(path, file(path));
    }
    AtomRun run = run(parameters(paths));
    run.next();
    run.nextAndLoseTheAnswer();

    assertThat(report(run.next())).hasSize(25);
    assertThat(edge.received()).hasSize(30);
  }

  @Test
  void findsTheOriginInTheConfiguration() throws Exception {
    serveBoth("/a", file("one"));
    Map<String, Object> parameters = parameters("/a");
    parameters.remove("origin");
    TestCall call =
        TestCall.with(parameters)
            .connection(
                "tencentcloud",
                Map.of("origin." + edge.uri("").getAuthority(), origin.uri("").toString()));

    assertThat(new AtomRun(atom, code(), call).toEnd()).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void findsTheOriginAtTencentCloud() throws Exception {
    serveBoth("/a", file("one"));
    Map<String, Object> parameters = parameters("/a");
    parameters.remove("origin");
    TestCall call = TestCall.with(parameters);
    try (FakeCdn cdn = new FakeCdn(call.clock())) {
      cdn.origins.put(
          "127.0.0.1",
          Map.of(
              "Origins", List.of(origin.uri("").getAuthority() + ":10"),
              "ServerName", "source.example.com",
              "OriginPullProtocol", "follow"));
      call.connection(
          "tencentcloud",
          Map.of("endpoint", cdn.server.uri("").toString(), "secretId", "AKIDx", "secretKey", "k"));

      assertThat(new AtomRun(atom, code(), call).toEnd()).isInstanceOf(Outcome.Succeeded.class);
      assertThat(origin.received().get(0).headers().get("Host")).isEqualTo("source.example.com");
    }
  }

  @Test
  void saysHowToWriteAnOriginInTheConfiguration() throws Exception {
    Map<String, Object> parameters = parameters("/a");
    parameters.remove("origin");
    TestCall call =
        TestCall.with(parameters)
            .connection("tencentcloud", Map.of("origin.127.0.0.1", "origin.example.com"));

    assertThat(((Outcome.Failed) new AtomRun(atom, code(), call).next()).reason())
        .contains("origin.127.0.0.1")
        .contains("scheme://host:port");
  }

  @Test
  void namesTheHostWhoseOriginNobodyKnows() throws Exception {
    Map<String, Object> parameters = parameters("/a");
    parameters.remove("origin");

    Outcome.Failed failed = (Outcome.Failed) run(parameters).next();

    assertThat(failed.code()).isEqualTo("ORIGIN_UNKNOWN");
    assertThat(failed.reason()).contains("'origin.127.0.0.1 = scheme://host:port'");
    assertThat(failed.retryable()).isFalse();
  }

  @Test
  void doesNotPassWhereEdgeAndOriginAreOne() throws Exception {
    serveBoth("/a", file("one"));
    Map<String, Object> parameters = parameters("/a");

    parameters.put("origin", edge.uri("").toString());
    assertThat(((Outcome.Failed) run(parameters).next()).code()).isEqualTo("SAME_ADDRESS");

    parameters.put("origin", "http://localhost:" + edge.uri("").getPort());
    assertThat(((Outcome.Failed) run(parameters).next()).code()).isEqualTo("SAME_ADDRESS");
  }

  @Test
  void failsAtOnceWhereTheServerDoesNotAllowTheDestination() throws Exception {
    TestCall call = TestCall.with(parameters("/a")).http(new Guarded());

    Outcome.Failed failed = (Outcome.Failed) new AtomRun(atom, code(), call).next();

    assertThat(failed.code()).isEqualTo("DESTINATION_REFUSED");
    assertThat(failed.reason()).isEqualTo("not allowed");
  }

  @Test
  void namesFaultsOfUrlsOriginAndTimes() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("urls", List.of("nothing", "http://cdn.example.com/"));
    parameters.put("origin", "http://origin.example.com/path");
    parameters.put("interval", "PT0S");
    parameters.put("deadline", "P2D");

    assertThat(atom.check(new Parameters(parameters)))
        .extracting(fault -> fault.pointer())
        .containsExactly("/urls/0", "/origin", "/interval", "/deadline");
  }

  private static final class Guarded implements Http {
    @Override
    public Response send(Request request) throws HttpFailed {
      throw new HttpFailed("DESTINATION_REFUSED", "not allowed", Touched.NO, false, null);
    }

    @Override
    public <T> T send(Request request, Reader<T> reader) throws HttpFailed {
      throw new HttpFailed("DESTINATION_REFUSED", "not allowed", Touched.NO, false, null);
    }
  }

  private Map<String, Object> parameters(String... paths) {
    List<String> urls = new ArrayList<>();
    for (String path : paths) {
      urls.add(url(path));
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("urls", urls);
    parameters.put("origin", origin.uri("").toString());
    parameters.put("deadline", "PT1M");
    return parameters;
  }

  private AtomRun run(Map<String, Object> parameters) {
    return new AtomRun(atom, code(), TestCall.with(parameters));
  }

  private String url(String path) {
    return edge.uri(path).toString();
  }

  private void serveBoth(String path, Reply reply) {
    atEdge.put(path, reply);
    atOrigin.put(path, reply);
  }

  private static Reply file(String content) {
    return new Reply(200, Map.of("Content-Type", "application/octet-stream"), text(content));
  }

  private static byte[] text(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  private static Reply reply(Map<String, Reply> files, Received request) {
    return files.getOrDefault(request.uri().toString(), Reply.text(404, "no such file"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> report(Outcome outcome) {
    Map<String, Object> outputs =
        outcome instanceof Outcome.Failed failed
            ? failed.outputs()
            : ((Outcome.Succeeded) outcome).outputs();
    return (List<Map<String, Object>>) outputs.get("report");
  }
}
