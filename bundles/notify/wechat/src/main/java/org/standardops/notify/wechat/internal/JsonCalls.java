package org.standardops.notify.wechat.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.standardops.json.JsonCodec;
import org.standardops.notify.SendFailed;

/**
 * Calls that send and get JSON. Addresses have secrets in them and are in no error. Thread-safe.
 */
final class JsonCalls {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final JsonCodec json = new JsonCodec();

  Map<String, Object> get(String url) throws SendFailed {
    return call(HttpRequest.newBuilder(URI.create(url)).timeout(WHOLE).build());
  }

  Map<String, Object> post(String url, Map<String, Object> body) throws SendFailed {
    return call(
        HttpRequest.newBuilder(URI.create(url))
            .timeout(WHOLE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofByteArray(json.write(body)))
            .build());
  }

  @SuppressWarnings("unchecked") // a JSON object
  private Map<String, Object> call(HttpRequest request) throws SendFailed {
    String host = request.uri().getHost();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw SendFailed.forNow(host + " answers with status " + response.statusCode() + ".");
      }
      return (Map<String, Object>) json.read(response.body(), Map.class);
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
}
