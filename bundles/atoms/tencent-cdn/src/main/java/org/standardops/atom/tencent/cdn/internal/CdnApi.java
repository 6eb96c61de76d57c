package org.standardops.atom.tencent.cdn.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.standardops.atom.Call;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.JsonObject;
import org.standardops.tencent.cloud.signature.Tc3Signer;

/** Tencent Cloud's CDN API, version 2018-06-06. */
record CdnApi(Call call, Access access) {

  private static final String SERVICE = "cdn";
  private static final String VERSION = "2018-06-06";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** What the action answered. */
  JsonObject ask(String action, Map<String, Object> parameters) throws CdnApiFailed {
    Http.Response response;
    try {
      response = call.http().send(signed(action, new JsonObject(parameters).write()));
    } catch (HttpFailed e) {
      call.log().warn(action + ": " + e.getMessage());
      throw CdnApiFailed.withoutAnswer(action, e);
    }
    JsonObject answer = answer(action, response);
    if (answer.object("Error").isPresent()) {
      CdnApiFailed failed = CdnApiFailed.of(action, answer);
      call.log().warn(failed.getMessage());
      throw failed;
    }
    call.log().info(action + ": request " + answer.text("RequestId").orElse("without an id"));
    return answer;
  }

  private Http.Request signed(String action, byte[] body) {
    URI endpoint = access.endpoint();
    Instant now = call.clock().instant();
    String host = endpoint.getRawAuthority();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", Tc3Signer.CONTENT_TYPE);
    headers.put("Host", host);
    headers.put("X-TC-Action", action);
    headers.put("X-TC-Version", VERSION);
    headers.put("X-TC-Timestamp", Long.toString(now.getEpochSecond()));
    access.region().ifPresent(region -> headers.put("X-TC-Region", region));
    headers.put("Authorization", access.signer().authorization(SERVICE, host, action, now, body));
    return new Http.Request("POST", endpoint, headers, body, TIMEOUT, false);
  }

  private JsonObject answer(String action, Http.Response response) throws CdnApiFailed {
    try {
      if (response.status() == 200) {
        JsonObject body = JsonObject.read(response.body());
        if (body.object("Response").isPresent()) {
          return body.object("Response").get();
        }
      }
    } catch (IOException e) {
      call.log().warn(action + " answered what is no JSON: " + e.getMessage());
    }
    throw new CdnApiFailed(
        "HTTP_STATUS",
        action
            + " answered status "
            + response.status()
            + " without an answer of the API. Is "
            + access.endpoint()
            + " its endpoint?",
        response.status() / 100 == 4 ? Touched.NO : Touched.MAYBE,
        response.status() / 100 != 4,
        null);
  }
}
