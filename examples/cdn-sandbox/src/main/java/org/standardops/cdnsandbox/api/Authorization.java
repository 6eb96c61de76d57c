package org.standardops.cdnsandbox.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.standardops.cdnsandbox.Settings;
import org.standardops.cdnsandbox.http.Request;

/** The Authorization header of a request, taken apart. */
record Authorization(
    String secretId, String date, String service, List<String> signedHeaders, String signature) {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern FORM =
      Pattern.compile(
          Tc3Signature.ALGORITHM
              + " Credential=([^/,\\s]+)/(\\d{4}-\\d{2}-\\d{2})/([a-z0-9]+)/tc3_request,"
              + " *SignedHeaders=([a-z0-9;-]+), *Signature=([0-9a-f]{64})");

  static Authorization of(Request request) throws ApiError {
    String header =
        request
            .header("authorization")
            .orElseThrow(() -> invalid("The header Authorization is missing."));
    Matcher form = FORM.matcher(header);
    if (!form.matches()) {
      throw invalid(
          "Authorization must read: TC3-HMAC-SHA256 Credential=<SecretId>/<yyyy-MM-dd>/<service>/tc3_request,"
              + " SignedHeaders=<names>, Signature=<64 lower-case hexadecimal digits>");
    }
    List<String> headers = List.of(form.group(4).split(";"));
    if (!headers.containsAll(List.of("content-type", "host"))) {
      throw failure("SignedHeaders must name content-type and host.");
    }
    if (!headers.equals(headers.stream().sorted().distinct().toList())) {
      throw failure("SignedHeaders must be in alphabetical order, each once.");
    }
    return new Authorization(form.group(1), form.group(2), form.group(3), headers, form.group(5));
  }

  void verify(Request request, Settings settings, Instant now) throws ApiError {
    String timestamp = request.header("x-tc-timestamp").orElse("");
    Instant signed = instant(timestamp);
    if (Duration.between(signed, now).abs().compareTo(TOLERANCE) > 0) {
      throw new ApiError(
          "AuthFailure.SignatureExpire",
          "X-TC-Timestamp is more than five minutes away from the server's time " + now + ".");
    }
    if (!secretId.equals(settings.secretId())) {
      throw new ApiError("AuthFailure.SecretIdNotFound", "The SecretId is not found.");
    }
    if (!service.equals("cdn")) {
      throw failure("The credential scope names the service " + service + " instead of cdn.");
    }
    if (!date.equals(signed.atOffset(ZoneOffset.UTC).toLocalDate().toString())) {
      throw failure("The credential scope's date is not the UTC date of X-TC-Timestamp.");
    }
    for (String name : signedHeaders) {
      if (request.header(name).isEmpty()) {
        throw failure("SignedHeaders names " + name + ", which was not sent.");
      }
    }
    String expected =
        Tc3Signature.of(request, settings.secretKey(), timestamp, date, service, signedHeaders);
    if (!MessageDigest.isEqual(ascii(expected), ascii(signature))) {
      throw failure("The signature does not fit the request.");
    }
  }

  private static Instant instant(String timestamp) throws ApiError {
    try {
      return Instant.ofEpochSecond(Long.parseLong(timestamp));
    } catch (NumberFormatException | DateTimeException e) {
      throw new ApiError("InvalidParameter", "X-TC-Timestamp must be seconds since 1970.");
    }
  }

  private static ApiError invalid(String message) {
    return new ApiError("AuthFailure.InvalidAuthorization", message);
  }

  private static ApiError failure(String message) {
    return new ApiError("AuthFailure.SignatureFailure", message);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
