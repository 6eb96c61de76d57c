package org.standardops.cdnsandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.standardops.cdnsandbox.http.Json;

/** Calls a running sandbox as its users do; the signer is written apart from the sandbox's own. */
final class SandboxClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Sandbox.Ports ports;
  private final InstantSource clock;

  SandboxClient(Sandbox sandbox, InstantSource clock) {
    this.ports = sandbox.ports();
    this.clock = clock;
  }

  /** What a signature is made of; the tests spoil one part at a time. */
  record Signing(
      String secretId, String secretKey, String service, Instant at, String signedBody) {}

  Signing rightly(String body) {
    return new Signing("sandbox-secret-id", "sandbox-secret-key", "cdn", clock.instant(), body);
  }

  String edgeUrl(String path) {
    return "http://127.0.0.1:" + ports.edge() + path;
  }

  /** The content of Response. */
  JsonNode call(String action, String body) throws Exception {
    return call(action, body, rightly(body));
  }

  JsonNode call(String action, String body, Signing signing) throws Exception {
    HttpResponse<String> answer =
        http.send(request(action, body, signing), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("HTTP " + answer.statusCode());
    }
    return Json.MAPPER.readTree(answer.body()).path("Response");
  }

  CompletableFuture<String> callLater(String action, String body) throws Exception {
    return http.sendAsync(request(action, body, rightly(body)), BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  JsonNode control(String method, String path, String body) throws Exception {
    return Json.MAPPER.readTree(controlAnswer(method, path, body).body());
  }

  HttpResponse<String> controlAnswer(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.control() + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  HttpResponse<byte[]> edge(String path) throws Exception {
    return get(edgeUrl(path));
  }

  HttpResponse<byte[]> origin(String path) throws Exception {
    return get("http://127.0.0.1:" + ports.origin() + path);
  }

  private HttpResponse<byte[]> get(String url) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
  }

  HttpRequest request(String action, String body, Signing signing) throws Exception {
    long seconds = signing.at().getEpochSecond();
    String date = signing.at().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    String canonical =
        "POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:127.0.0.1:%d\nx-tc-action:%s\n\ncontent-type;host;x-tc-action\n%s"
            .formatted(ports.api(), action.toLowerCase(), sha256(signing.signedBody()));
    String scope = date + "/" + signing.service() + "/tc3_request";
    String toSign = "TC3-HMAC-SHA256\n" + seconds + "\n" + scope + "\n" + sha256(canonical);
    byte[] key = ("TC3" + signing.secretKey()).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {date, signing.service(), "tc3_request"}) {
      key = hmac(key, part);
    }
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.api() + "/"))
        .header("Content-Type", "application/json; charset=utf-8")
        .header("X-TC-Action", action)
        .header("X-TC-Version", "2018-06-06")
        .header("X-TC-Timestamp", Long.toString(seconds))
        .header(
            "Authorization",
            "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=content-type;host;x-tc-action, Signature=%s"
                .formatted(signing.secretId(), scope, HexFormat.of().formatHex(hmac(key, toSign))))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String sha256(String text) throws GeneralSecurityException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
