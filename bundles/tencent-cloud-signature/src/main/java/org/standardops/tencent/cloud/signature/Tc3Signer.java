package org.standardops.tencent.cloud.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a POST of JSON to Tencent Cloud by its method TC3-HMAC-SHA256.
 *
 * @param secretId names the key, and is sent
 * @param secretKey is never sent
 */
public record Tc3Signer(String secretId, String secretKey) {

  /** What the header {@code Content-Type} must be: it is signed, too. */
  public static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private static final String ALGORITHM = "TC3-HMAC-SHA256";
  private static final String SIGNED_HEADERS = "content-type;host;x-tc-action";

  /**
   * The value of the header {@code Authorization}.
   *
   * @param service the API's short name, such as {@code cdn}
   * @param host as the header {@code Host} gives it
   * @param action also sent as {@code X-TC-Action}
   * @param at also sent as {@code X-TC-Timestamp}, in seconds
   */
  public String authorization(String service, String host, String action, Instant at, byte[] body) {
    String date = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    String scope = date + "/" + service + "/tc3_request";
    String headers =
        "content-type:%s\nhost:%s\nx-tc-action:%s\n"
            .formatted(CONTENT_TYPE, host, action.toLowerCase(Locale.ROOT));
    String request = String.join("\n", "POST", "/", "", headers, SIGNED_HEADERS, sha256(body));
    String toSign =
        String.join(
            "\n", ALGORITHM, Long.toString(at.getEpochSecond()), scope, sha256(utf8(request)));
    byte[] dateKey = hmac(utf8("TC3" + secretKey), date);
    byte[] signingKey = hmac(hmac(dateKey, service), "tc3_request");
    return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(ALGORITHM, secretId, scope, SIGNED_HEADERS, hex(hmac(signingKey, toSign)));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Tc3Signer[" + secretId + "]";
  }
}
