package org.standardops.outbound.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;
import org.standardops.atom.Http.Reader;
import org.standardops.atom.HttpFailed;

/** A request with its redirects and its answer, all within one time limit. */
final class Exchange {

  private static final int MOST_REDIRECTS = 5;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final CloseableHttpClient client;
  private final TimeLimit limit;
  private final HttpClientContext context = HttpClientContext.create();

  Exchange(
      CloseableHttpClient client,
      ScheduledExecutorService clock,
      Duration timeout,
      BooleanSupplier cancelled) {
    this.client = client;
    Duration whole = timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
    this.limit = new TimeLimit(clock, whole, cancelled);
  }

  <T> T run(OutgoingRequest first, boolean followRedirects, Reader<T> reader) throws HttpFailed {
    OutgoingRequest request = first;
    for (int redirects = 0; ; redirects++) {
      boolean follow = followRedirects && first.reading() && redirects < MOST_REDIRECTS;
      Step<T> step = send(request, follow, reader);
      if (step.redirect().isEmpty()) {
        return step.result();
      }
      request = request.redirected(step.redirect().get());
    }
  }

  /** What an answer led to: another request, or the reader's result, which may be null. */
  private record Step<T>(Optional<URI> redirect, T result) {}

  private <T> Step<T> send(OutgoingRequest outgoing, boolean follow, Reader<T> reader)
      throws HttpFailed {
    HttpUriRequestBase request = outgoing.asClientRequest();
    request.setConfig(config());
    TimeLimit.Watch watch = limit.over(request);
    try {
      ClassicHttpResponse response = client.executeOpen(null, request, context);
      try {
        Optional<URI> redirect = follow ? redirect(outgoing.uri(), response) : Optional.empty();
        return redirect.isPresent()
            ? new Step<>(redirect, null)
            : new Step<>(Optional.empty(), read(response, reader));
      } finally {
        giveUp(request, response);
      }
    } catch (GuardedHttp.TooLarge e) {
      throw e.of(outgoing);
    } catch (IOException e) {
      throw Failure.of(e, outgoing, limit, SendingNoted.sending(context));
    } finally {
      watch.close();
    }
  }

  /** Closes the connection first, or closing the answer would wait for all that was not read. */
  private static void giveUp(HttpUriRequestBase request, ClassicHttpResponse response) {
    request.cancel();
    try {
      response.close();
    } catch (IOException e) {
      // It misses the connection just closed; nothing is lost.
    }
  }

  // Nowhere else can the time to connect be given for one request.
  @SuppressWarnings("deprecation")
  private RequestConfig config() {
    Timeout left = Timeout.ofMilliseconds(Math.max(1, limit.left().toMillis()));
    return RequestConfig.custom()
        .setConnectionRequestTimeout(left)
        .setConnectTimeout(left)
        .setResponseTimeout(left)
        .setExpectContinueEnabled(false)
        .build();
  }

  private static <T> T read(ClassicHttpResponse response, Reader<T> reader) throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Header header : response.getHeaders()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.getValue());
    }
    InputStream body =
        response.getEntity() == null
            ? InputStream.nullInputStream()
            : response.getEntity().getContent();
    return reader.read(response.getCode(), headers, body);
  }

  private static Optional<URI> redirect(URI from, ClassicHttpResponse response) {
    Header location = response.getFirstHeader("Location");
    return switch (response.getCode()) {
      case 301, 302, 303, 307, 308 ->
          Optional.ofNullable(location).flatMap(to -> resolved(from, to.getValue()));
      default -> Optional.empty();
    };
  }

  /** Empty where it is no URI: the answer is given as it is. */
  private static Optional<URI> resolved(URI from, String location) {
    try {
      return Optional.of(from.resolve(location.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
