package org.standardops.atom;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * HTTP to the outside. Loopback, private and link-local destinations are refused unless the server
 * allows them, on the resolved address and on every redirect. Every method but GET and HEAD carries
 * the header {@code Idempotency-Key} with the call's intent key.
 */
@ProviderType
public interface Http {

  /** The largest body that {@link #send(Request)} reads: 1 MiB. */
  int MAX_BODY = 1 << 20;

  /**
   * Sends and reads the whole answer.
   *
   * @throws HttpFailed without an answer, or where its body is over {@link #MAX_BODY}
   */
  Response send(Request request) throws HttpFailed;

  /** Sends and hands the answer's body to the reader as it comes, of any size. */
  <T> T send(Request request, Reader<T> reader) throws HttpFailed;

  /** Reads an answer; the stream is closed for it. */
  interface Reader<T> {
    T read(int status, Map<String, List<String>> headers, InputStream body) throws IOException;
  }

  /**
   * What to send.
   *
   * @param method such as {@code POST}
   * @param headers by name; {@code Host} may differ from the URI's
   * @param body empty for none
   * @param timeout for the whole exchange; at most ten minutes
   * @param followRedirects at most five, for GET and HEAD only; another server gets none of these
   *     headers but {@code Accept…}
   */
  record Request(
      String method,
      URI uri,
      Map<String, String> headers,
      byte[] body,
      Duration timeout,
      boolean followRedirects) {
    public Request {
      Objects.requireNonNull(method);
      Objects.requireNonNull(uri);
      headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
      body = body.clone();
      Objects.requireNonNull(timeout);
    }

    public static Request get(URI uri) {
      return new Request("GET", uri, Map.of(), new byte[0], Duration.ofSeconds(30), true);
    }
  }

  /**
   * An answer.
   *
   * @param headers names in lower case
   */
  record Response(int status, Map<String, List<String>> headers, byte[] body) {
    public Optional<String> header(String lowerCaseName) {
      return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
    }
  }
}
