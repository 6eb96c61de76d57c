package org.standardops.tencent.cloud.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class Tc3SignerTest {

  /** The example in Tencent Cloud's documentation of signature v3; its key really is asterisks. */
  @Test
  void signsThePublishedExample() {
    Tc3Signer signer = new Tc3Signer("AKID" + "*".repeat(32), "*".repeat(32));
    String body =
        "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"],"
            + " \"Name\": \"instance-name\"}]}";

    String authorization =
        signer.authorization(
            "cvm",
            "cvm.tencentcloudapi.com",
            "DescribeInstances",
            Instant.ofEpochSecond(1551113065),
            body.getBytes(StandardCharsets.UTF_8));

    assertThat(authorization)
        .isEqualTo(
            "TC3-HMAC-SHA256 Credential=AKID********************************/2019-02-25/cvm/tc3_request,"
                + " SignedHeaders=content-type;host;x-tc-action,"
                + " Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f");
  }

  @Test
  void keepsItsKeyToItself() {
    assertThat(new Tc3Signer("AKIDx", "s3cret").toString()).doesNotContain("s3cret");
  }
}
