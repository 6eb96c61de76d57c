package org.standardops.outbound.internal;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Touched;

/** The way out of one call of an atom. */
record GuardedHttp(
    CloseableHttpClient client,
    ScheduledExecutorService clock,
    String intentKey,
    BooleanSupplier cancelled)
    implements Http {

  @Override
  public Response send(Request request) throws HttpFailed {
    return send(
        request,
        (status, headers, body) -> {
          byte[] bytes = body.readNBytes(MAX_BODY + 1);
          if (bytes.length > MAX_BODY) {
            throw new TooLarge();
          }
          return new Response(status, headers, bytes);
        });
  }

  @Override
  public <T> T send(Request request, Reader<T> reader) throws HttpFailed {
    OutgoingRequest first = OutgoingRequest.of(request, intentKey);
    return new Exchange(client, clock, request.timeout(), cancelled)
        .run(first, request.followRedirects(), reader);
  }

  /** More than {@link #MAX_BODY}. */
  static final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    HttpFailed of(OutgoingRequest request) {
      return new HttpFailed(
          "TOO_LARGE",
          "The answer of " + request.label() + " is larger than " + MAX_BODY + " bytes.",
          Touched.MAYBE,
          false,
          this);
    }
  }
}
