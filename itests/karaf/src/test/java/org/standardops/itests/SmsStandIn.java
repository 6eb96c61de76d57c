package org.standardops.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Takes short messages as Tencent Cloud does: from the one account that it knows, signed by
 * TC3-HMAC-SHA256 as its documentation says, for the one template that has one variable.
 */
final class SmsStandIn {

  private static final String ID = "AKID-of-the-test";
  private static final String KEY = "the-secret-key";
  private static final String APP = "1400006666";
  private static final String SIGN = "运维";
  private static final String TEMPLATE = "1110";
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "TC3-HMAC-SHA256 Credential=([^/]+)/([0-9-]+)/([a-z]+)/tc3_request,"
              + " SignedHeaders=([a-z;-]+), Signature=([0-9a-f]{64})");

  private final Outside outside;
  private final List<Message> messages = new CopyOnWriteArrayList<>();

  SmsStandIn(Outside outside) {
    this.outside = outside;
    outside.on("/", this::take);
  }

  List<Message> messages() {
    return messages;
  }

  Map<String, Object> settings(String language) {
    return Map.of(
        "secretId", ID,
        "secretKey", KEY,
        "sdkAppId", APP,
        "signName", SIGN,
        "templateId", TEMPLATE,
        "language", language,
        "endpoint", outside.url(""));
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    JsonNode sms = RestClient.JSON.readTree(body);
    Optional<String> fault = fault(exchange.getRequestHeaders(), body, sms);
    if (fault.isPresent()) {
      Outside.answer(
          exchange,
          200,
          "{\"Response\": {\"Error\": {\"Code\": \"" + fault.get() + "\", \"Message\": \"no\"}}}");
    } else {
      messages.add(
          new Message(
              "sms", sms.at("/PhoneNumberSet/0").asText(), sms.at("/TemplateParamSet/0").asText()));
      Outside.answer(exchange, 200, "{\"Response\": {\"SendStatusSet\": [{\"Code\": \"Ok\"}]}}");
    }
  }

  private static Optional<String> fault(Headers headers, byte[] body, JsonNode sms) {
    boolean right =
        sms.path("SmsSdkAppId").asText().equals(APP)
            && sms.path("SignName").asText().equals(SIGN)
            && sms.path("TemplateId").asText().equals(TEMPLATE)
            && sms.path("TemplateParamSet").size() == 1
            && sms.path("PhoneNumberSet").size() == 1
            && sms.at("/PhoneNumberSet/0").asText().matches("\\+[0-9]{6,15}");
    if (!isSigned(headers, body)) {
      return Optional.of("AuthFailure.SignatureFailure");
    }
    if (!"SendSms".equals(headers.getFirst("X-TC-Action"))
        || !"2021-01-11".equals(headers.getFirst("X-TC-Version"))
        || !"ap-guangzhou".equals(headers.getFirst("X-TC-Region"))) {
      return Optional.of("InvalidAction");
    }
    return right ? Optional.empty() : Optional.of("InvalidParameter");
  }

  private static boolean isSigned(Headers headers, byte[] body) {
    Matcher authorization = AUTHORIZATION.matcher(headers.getFirst("Authorization"));
    if (!authorization.matches()) {
      return false;
    }
    String timestamp = headers.getFirst("X-TC-Timestamp");
    Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
    String date = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    boolean now = Duration.between(at, Instant.now()).abs().compareTo(Duration.ofMinutes(5)) < 0;
    return now
        && authorization.group(1).equals(ID)
        && authorization.group(2).equals(date)
        && authorization.group(3).equals("sms")
        && List.of(authorization.group(4).split(";")).containsAll(List.of("content-type", "host"))
        && authorization
            .group(5)
            .equals(signature(headers, body, authorization.group(4), timestamp, date));
  }

  private static String signature(
      Headers headers, byte[] body, String signed, String timestamp, String date) {
    StringBuilder request = new StringBuilder("POST\n/\n\n");
    for (String name : signed.split(";")) {
      String value = headers.getFirst(name).strip().toLowerCase(Locale.ROOT);
      request.append(name).append(':').append(value).append('\n');
    }
    request.append('\n').append(signed).append('\n').append(sha256(body));
    String toSign =
        "TC3-HMAC-SHA256\n"
            + timestamp
            + "\n"
            + date
            + "/sms/tc3_request\n"
            + sha256(request.toString().getBytes(StandardCharsets.UTF_8));
    byte[] key = ("TC3" + KEY).getBytes(StandardCharsets.UTF_8);
    for (String part : List.of(date, "sms", "tc3_request")) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
