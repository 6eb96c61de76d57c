package org.standardops.cdnsandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.standardops.cdnsandbox.http.Request;

class Tc3SignatureTest {

  /** The worked example of Tencent Cloud's page "Signature v3": DescribeInstances of cvm. */
  @Test
  void makesThePublishedSignature() {
    String body =
        "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}";
    Request request =
        new Request(
            "POST",
            "/",
            "/",
            Map.of(
                "content-type", "application/json; charset=utf-8",
                "host", "cvm.tencentcloudapi.com"),
            body.getBytes(StandardCharsets.US_ASCII));

    String signature =
        Tc3Signature.of(
            request,
            "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE",
            "1551113065",
            "2019-02-25",
            "cvm",
            List.of("content-type", "host"));

    assertThat(signature)
        .isEqualTo("72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
  }
}
