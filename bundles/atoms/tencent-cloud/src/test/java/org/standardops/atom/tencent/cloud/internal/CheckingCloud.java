package org.standardops.atom.tencent.cloud.internal;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.standardops.atom.testkit.SettableClock;
import org.standardops.atom.testkit.TestServer;
import org.standardops.atom.testkit.TestServer.Received;
import org.standardops.atom.testkit.TestServer.Reply;
import org.standardops.tencent.cloud.signature.Tc3Signer;

/** An API of Tencent Cloud that checks who calls, when and how, before it answers as told. */
final class CheckingCloud implements AutoCloseable {

  static final String ID = "AKIDtest";
  static final String KEY = "a key of the test";

  final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final TestServer server = TestServer.that(this::answer);
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final String service;
  private final String version;
  private final SettableClock clock;

  CheckingCloud(String service, String version, SettableClock clock) {
    this.service = service;
    this.version = version;
    this.clock = clock;
  }

  record Asked(String action, String region, Map<String, Object> body) {}

  String endpoint() {
    return server.uri("").toString();
  }

  /** The next answers. */
  CheckingCloud answers(Reply... next) {
    replies.addAll(List.of(next));
    return this;
  }

  static Reply response(String fields) {
    return Reply.json(200, "{\"Response\":{" + fields + ",\"RequestId\":\"r1\"}}");
  }

  static Reply error(String code) {
    return response("\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"As said.\"}");
  }

  @Override
  public void close() {
    server.close();
  }

  private synchronized Reply answer(Received request) {
    Map<String, String> headers = request.headers();
    String action = headers.get("X-TC-Action");
    Instant at = Instant.ofEpochSecond(Long.parseLong(headers.get("X-TC-Timestamp")));
    if (Math.abs(at.getEpochSecond() - clock.instant().getEpochSecond()) > 300) {
      return error("AuthFailure.SignatureExpire");
    }
    String expected =
        new Tc3Signer(ID, KEY)
            .authorization(
                service,
                headers.get("Host"),
                action,
                at,
                request.body().getBytes(StandardCharsets.UTF_8));
    if (!expected.equals(headers.get("Authorization"))) {
      return error("AuthFailure.SignatureFailure");
    }
    if (!version.equals(headers.get("X-TC-Version"))) {
      return error("NoSuchVersion");
    }
    asked.add(new Asked(action, headers.get("X-TC-Region"), read(request.body())));
    return replies.isEmpty() ? error("InvalidAction") : replies.poll();
  }

  private static Map<String, Object> read(String body) {
    try {
      return JSON.std.mapFrom(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
