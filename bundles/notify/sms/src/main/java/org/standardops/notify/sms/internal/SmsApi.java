package org.standardops.notify.sms.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.json.JsonCodec;
import org.standardops.notify.SendFailed;
import org.standardops.tencent.cloud.signature.Tc3Signer;

/** The call {@code SendSms} of Tencent Cloud. Thread-safe. */
final class SmsApi {

  private static final String ACTION = "SendSms";
  private static final String VERSION = "2021-01-11";
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(20);

  /** The number itself is at fault. */
  private static final Set<String> LASTING =
      Set.of(
          "InvalidParameterValue.IncorrectPhoneNumber",
          "FailedOperation.PhoneNumberInBlacklist",
          "UnsupportedOperation.UnsupportedRegion");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final JsonCodec json = new JsonCodec();
  private final InstantSource clock;

  SmsApi(InstantSource clock) {
    this.clock = clock;
  }

  /** Where and as whom to call. */
  record Account(String endpoint, String region, Tc3Signer signer) {}

  void send(Account account, Map<String, Object> sms) throws SendFailed {
    byte[] body = json.write(sms);
    URI uri = URI.create(account.endpoint() + "/");
    Instant now = clock.instant();
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(WHOLE)
            .header("Content-Type", Tc3Signer.CONTENT_TYPE)
            .header(
                "Authorization",
                account.signer().authorization("sms", uri.getAuthority(), ACTION, now, body))
            .header("X-TC-Action", ACTION)
            .header("X-TC-Version", VERSION)
            .header("X-TC-Region", account.region())
            .header("X-TC-Timestamp", Long.toString(now.getEpochSecond()))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    requireSent(call(request));
  }

  private Map<?, ?> call(HttpRequest request) throws SendFailed {
    String host = request.uri().getHost();
    try {
      byte[] answer = http.send(request, BodyHandlers.ofByteArray()).body();
      if (json.read(answer, Map.class).get("Response") instanceof Map<?, ?> response) {
        return response;
      }
      throw SendFailed.forNow(host + " answers with something that is not Tencent Cloud's form.");
    } catch (UncheckedIOException e) {
      throw SendFailed.forNow(host + " answers with something that is no JSON object.");
    } catch (IOException e) {
      throw SendFailed.forNow(
          host + " cannot be reached: " + e.getClass().getSimpleName() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SendFailed.forNow("The server is being stopped.", e);
    }
  }

  private static void requireSent(Map<?, ?> response) throws SendFailed {
    if (response.get("Error") instanceof Map<?, ?> error) {
      throw refused(error);
    }
    if (!(response.get("SendStatusSet") instanceof List<?> statuses)
        || statuses.size() != 1
        || !(statuses.get(0) instanceof Map<?, ?> status)) {
      throw SendFailed.forNow("Tencent Cloud does not say whether the message was sent.");
    }
    if (!"Ok".equals(status.get("Code"))) {
      throw refused(status);
    }
  }

  private static SendFailed refused(Map<?, ?> error) {
    String code = String.valueOf(error.get("Code"));
    String message = "Tencent Cloud refuses the message: " + code + ", " + error.get("Message");
    return LASTING.contains(code) ? SendFailed.forGood(message) : SendFailed.forNow(message);
  }
}
