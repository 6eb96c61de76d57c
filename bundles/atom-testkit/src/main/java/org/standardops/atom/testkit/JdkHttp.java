package org.standardops.atom.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Touched;

/** Real HTTP without the server's guard. */
final class JdkHttp implements Http {

  static {
    // An atom may set Host. The JDK reads this once, before its first request in this JVM.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private static final HttpClient STAYS = client(HttpClient.Redirect.NEVER);
  private static final HttpClient FOLLOWS = client(HttpClient.Redirect.NORMAL);

  private final String intentKey;

  JdkHttp(String intentKey) {
    this.intentKey = intentKey;
  }

  private static HttpClient client(HttpClient.Redirect redirects) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(redirects)
        .build();
  }

  @Override
  public Response send(Request request) throws HttpFailed {
    return send(
        request,
        (status, headers, body) -> {
          byte[] bytes = body.readNBytes(MAX_BODY + 1);
          if (bytes.length > MAX_BODY) {
            throw new HttpFailed(
                "TOO_LARGE",
                "The answer of " + request.uri() + " is over " + MAX_BODY + " bytes.",
                Touched.MAYBE,
                false,
                null);
          }
          return new Response(status, headers, bytes);
        });
  }

  @Override
  public <T> T send(Request request, Reader<T> reader) throws HttpFailed {
    try {
      HttpResponse<InputStream> answer =
          (request.followRedirects() && reads(request) ? FOLLOWS : STAYS)
              .send(asJdkRequest(request), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return reader.read(
            answer.statusCode(),
            answer.headers().map().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue)),
            body);
      }
    } catch (HttpFailed e) {
      throw e;
    } catch (ConnectException e) {
      throw failed("CONNECT", request, Touched.NO, e);
    } catch (HttpTimeoutException e) {
      throw failed("TIMEOUT", request, Touched.MAYBE, e);
    } catch (IOException e) {
      throw failed("CONNECTION_LOST", request, Touched.MAYBE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("CONNECTION_LOST", request, Touched.MAYBE, e);
    }
  }

  private HttpRequest asJdkRequest(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri())
            .timeout(request.timeout())
            .method(
                request.method(),
                request.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(request.body()));
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (!reads(request)) {
      headers.put("Idempotency-Key", intentKey);
    }
    headers.putAll(request.headers());
    headers.forEach(builder::setHeader);
    return builder.build();
  }

  private static boolean reads(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  private static HttpFailed failed(String code, Request request, Touched touched, Exception why) {
    String reason = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    return new HttpFailed(
        code, request.method() + " " + request.uri() + ": " + reason, touched, true, why);
  }
}
