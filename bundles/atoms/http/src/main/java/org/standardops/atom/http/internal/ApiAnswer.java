package org.standardops.atom.http.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.standardops.atom.Http;
import org.standardops.atom.answer.JsonBytes;

/**
 * An answer as outputs show it.
 *
 * @param headers names in lower case; without cookies, which are credentials
 * @param body the JSON value, else the text; null for none
 */
record ApiAnswer(int status, Map<String, String> headers, Object body) {

  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([A-Za-z0-9._:-]+)");
  private static final int MOST_TO_TELL = 1_000;

  static ApiAnswer of(Http.Response response) {
    Map<String, String> headers = new TreeMap<>();
    response.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    headers.remove("set-cookie");
    return new ApiAnswer(
        response.status(), headers, body(response.header("content-type"), response.body()));
  }

  /** What the outside said, for people, in its words. */
  String told() {
    if (body == null) {
      return "";
    }
    String text =
        body instanceof String said
            ? said.strip()
            : new String(JsonBytes.write(body), StandardCharsets.UTF_8);
    return text.length() <= MOST_TO_TELL ? text : text.substring(0, MOST_TO_TELL) + "…";
  }

  private static Object body(Optional<String> contentType, byte[] bytes) {
    if (bytes.length == 0) {
      return null;
    }
    String type = contentType.orElse("").toLowerCase(Locale.ROOT);
    boolean looksLikeJson = bytes[0] == '{' || bytes[0] == '[';
    if (type.contains("json") || (type.isEmpty() && looksLikeJson)) {
      try {
        return JsonBytes.read(bytes);
      } catch (IOException e) {
        // It is no JSON, whatever its type says: a text then.
        return new String(bytes, charset(type));
      }
    }
    return new String(bytes, charset(type));
  }

  private static Charset charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType);
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
