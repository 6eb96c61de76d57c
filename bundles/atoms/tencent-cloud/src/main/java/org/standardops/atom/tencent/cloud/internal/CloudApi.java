package org.standardops.atom.tencent.cloud.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Call;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.JsonBytes;
import org.standardops.atom.answer.Pointer;
import org.standardops.tencent.cloud.signature.Tc3Signer;

/** Sends signed requests to one of Tencent Cloud's APIs. */
record CloudApi(Http http, InstantSource clock, Notes notes, Access access, Duration timeout) {

  /** Where it is told what was asked and answered. */
  interface Notes {
    void take(String line, boolean bad);
  }

  static CloudApi of(Call call, Access access, Duration timeout) {
    return new CloudApi(
        call.http(),
        call.clock(),
        (line, bad) -> {
          if (bad) {
            call.log().warn(line);
          } else {
            call.log().info(line);
          }
        },
        access,
        timeout);
  }

  /** What stands in {@code Response}. */
  Map<String, Object> ask(CloudRequest request) throws CloudFailed {
    Http.Response answer;
    try {
      answer = http.send(signed(request));
    } catch (HttpFailed e) {
      notes.take(request + ": " + e.getMessage(), true);
      throw CloudFailed.withoutAnswer(request, e);
    }
    Map<String, Object> response = response(request, answer);
    if (response.get("Error") instanceof Map) {
      CloudFailed failed = CloudFailed.of(request, response);
      notes.take(failed.getMessage(), true);
      throw failed;
    }
    notes.take(request + ": request " + response.get("RequestId"), false);
    return response;
  }

  private Http.Request signed(CloudRequest request) {
    byte[] body = JsonBytes.write(request.body());
    URI endpoint = access.endpoint();
    String host = endpoint.getRawAuthority();
    Instant now = clock.instant();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", Tc3Signer.CONTENT_TYPE);
    headers.put("Host", host);
    headers.put("X-TC-Action", request.action());
    headers.put("X-TC-Version", request.version());
    headers.put("X-TC-Timestamp", Long.toString(now.getEpochSecond()));
    request.region().or(access::region).ifPresent(region -> headers.put("X-TC-Region", region));
    headers.put(
        "Authorization",
        access.signer().authorization(request.service(), host, request.action(), now, body));
    return new Http.Request("POST", endpoint, headers, body, timeout, false);
  }

  @SuppressWarnings("unchecked") // the names in a JSON object are texts
  private Map<String, Object> response(CloudRequest request, Http.Response answer)
      throws CloudFailed {
    String said = "status " + answer.status();
    if (answer.status() == 200) {
      try {
        Optional<Object> response = new Pointer("/Response").find(JsonBytes.read(answer.body()));
        if (response.orElse(null) instanceof Map<?, ?> object) {
          return (Map<String, Object>) object;
        }
        said = "JSON without a Response";
      } catch (IOException e) {
        said = "what is no JSON";
      }
    }
    boolean refused = answer.status() / 100 == 4;
    throw new CloudFailed(
        "HTTP_STATUS",
        "%s got no answer of the API from %s, but %s. Is that its endpoint?"
            .formatted(request, access.endpoint(), said),
        refused || request.readOnly() ? Touched.NO : Touched.MAYBE,
        !refused,
        Map.of(),
        null);
  }
}
