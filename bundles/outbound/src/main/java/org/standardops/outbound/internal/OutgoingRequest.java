package org.standardops.outbound.internal;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Touched;

/**
 * A request that may be sent as far as its form goes.
 *
 * @param headers by name, in any case
 */
record OutgoingRequest(String method, URI uri, Map<String, String> headers, byte[] body) {

  private static final String KEY = "Idempotency-Key";
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> OURS =
      Set.of("connection", "content-length", "transfer-encoding", "upgrade", "expect", "te");

  /** What a request may keep on its way to a host that was not the caller's choice. */
  private static final Set<String> HARMLESS =
      Set.of("accept", "accept-encoding", "accept-language");

  static OutgoingRequest of(Http.Request request, String intentKey) throws HttpFailed {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (!READING.contains(request.method())) {
      headers.put(KEY, intentKey);
    }
    headers.putAll(request.headers());
    OutgoingRequest outgoing =
        new OutgoingRequest(request.method(), request.uri(), headers, request.body());
    Optional<String> fault = outgoing.fault();
    if (fault.isPresent()) {
      throw new HttpFailed("INVALID_REQUEST", fault.get(), Touched.NO, false, null);
    }
    return outgoing;
  }

  boolean reading() {
    return READING.contains(method);
  }

  /** The same at another URI; another server gets no headers but harmless ones. */
  OutgoingRequest redirected(URI to) throws HttpFailed {
    Map<String, String> kept = new TreeMap<>(headers);
    if (!origin(to).equals(origin(uri))) {
      kept.keySet().removeIf(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
    }
    OutgoingRequest next = new OutgoingRequest(method, to, kept, body);
    Optional<String> fault = next.fault();
    if (fault.isPresent()) {
      throw new HttpFailed(
          "DESTINATION_REFUSED",
          label() + " redirects to where no request may go: " + fault.get(),
          Touched.MAYBE,
          false,
          null);
    }
    return next;
  }

  HttpUriRequestBase asClientRequest() {
    HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
    headers.forEach(request::setHeader);
    if (body.length > 0) {
      // Its type is among the headers.
      request.setEntity(new ByteArrayEntity(body, null));
    }
    return request;
  }

  /** For people; a query may hold a secret. */
  String label() {
    return method + " " + origin(uri) + (uri.getRawPath() == null ? "" : uri.getRawPath());
  }

  private Optional<String> fault() {
    String scheme = uri.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      return Optional.of("Only http:// and https:// are allowed, not " + scheme + ".");
    }
    if (uri.getHost() == null) {
      return Optional.of("The URL names no host.");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("A URL must hold no user and no password: use the header Authorization.");
    }
    if (!TOKEN.matcher(method).matches()) {
      return Optional.of("The method is no word of HTTP.");
    }
    return headers.entrySet().stream()
        .filter(header -> !allowed(header.getKey(), header.getValue()))
        .map(header -> "The header '" + printable(header.getKey()) + "' cannot be sent.")
        .findFirst();
  }

  private static boolean allowed(String name, String value) {
    return TOKEN.matcher(name).matches()
        && !OURS.contains(name.toLowerCase(Locale.ROOT))
        && value.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static String origin(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
  }
}
