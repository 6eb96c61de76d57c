package org.standardops.cdnsandbox.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.standardops.cdnsandbox.http.Request;

/** The signature that TC3-HMAC-SHA256 gives a request. */
final class Tc3Signature {
  static final String ALGORITHM = "TC3-HMAC-SHA256";

  private Tc3Signature() {}

  /**
   * @param timestamp the value of X-TC-Timestamp
   * @param date the date of the credential scope, as yyyy-MM-dd
   * @param signedHeaders names in lower case; each of them must be in the request
   * @return lower-case hexadecimal
   */
  static String of(
      Request request,
      String secretKey,
      String timestamp,
      String date,
      String service,
      List<String> signedHeaders) {
    String scope = date + "/" + service + "/tc3_request";
    String toSign =
        String.join("\n", ALGORITHM, timestamp, scope, sha256(canonical(request, signedHeaders)));
    byte[] dateKey = hmac(utf8("TC3" + secretKey), date);
    byte[] signingKey = hmac(hmac(dateKey, service), "tc3_request");
    return HexFormat.of().formatHex(hmac(signingKey, toSign));
  }

  private static byte[] canonical(Request request, List<String> signedHeaders) {
    StringBuilder headers = new StringBuilder();
    for (String name : signedHeaders) {
      String value = request.header(name).orElseThrow().trim().toLowerCase(Locale.ROOT);
      headers.append(name).append(':').append(value).append('\n');
    }
    return utf8(
        String.join(
            "\n",
            request.method(),
            "/",
            request.query(),
            headers,
            String.join(";", signedHeaders),
            sha256(request.body())));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
