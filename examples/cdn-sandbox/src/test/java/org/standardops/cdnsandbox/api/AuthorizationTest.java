package org.standardops.cdnsandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.standardops.cdnsandbox.Settings;
import org.standardops.cdnsandbox.http.Request;

class AuthorizationTest {
  private static final String SIGNATURE = "0".repeat(64);

  @Test
  void wantsHostAndContentTypeSigned() {
    assertThat(refusal("content-type;x-tc-action", SIGNATURE))
        .hasMessage("SignedHeaders must name content-type and host.");
  }

  @Test
  void wantsSignedHeadersInOrder() {
    assertThat(refusal("host;content-type", SIGNATURE)).hasMessageContaining("alphabetical order");
    assertThat(refusal("content-type;host;host", SIGNATURE)).hasMessageContaining("each once");
  }

  @Test
  void wantsEverySignedHeaderSent() {
    assertThat(refusal("content-type;host;x-tc-action", SIGNATURE))
        .hasMessage("SignedHeaders names x-tc-action, which was not sent.");
  }

  @Test
  void wantsLowerCaseSignature() {
    assertThat(refusal("content-type;host", "A".repeat(64)).code())
        .isEqualTo("AuthFailure.InvalidAuthorization");
  }

  @Test
  void wantsTheDateOfTheTimestamp() {
    String header = header("2026-11-23", "content-type;host", SIGNATURE);

    assertThat(refusal(header)).hasMessageContaining("UTC date");
  }

  private static ApiError refusal(String signedHeaders, String signature) {
    return refusal(header("2026-11-24", signedHeaders, signature));
  }

  private static ApiError refusal(String authorization) {
    Instant now = Instant.parse("2026-11-24T00:00:30Z");
    Request request =
        new Request(
            "POST",
            "/",
            "/",
            Map.of(
                "authorization",
                authorization,
                "content-type",
                "application/json",
                "host",
                "127.0.0.1",
                "x-tc-timestamp",
                Long.toString(now.getEpochSecond())),
            new byte[0]);
    return catchThrowableOfType(
        ApiError.class, () -> Authorization.of(request).verify(request, Settings.defaults(), now));
  }

  private static String header(String date, String signedHeaders, String signature) {
    return "TC3-HMAC-SHA256 Credential=sandbox-secret-id/%s/cdn/tc3_request, SignedHeaders=%s, Signature=%s"
        .formatted(date, signedHeaders, signature);
  }
}
