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
 * @param broken why the body is not the JSON that its type promises; empty where it is, or promises
 *     none
 */
record ApiAnswer(int status, Map<String, String> headers, Object body, Optional<String> broken) {

  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([A-Za-z0-9._:-]+)");
  private static final int MOST_TO_TELL = 1_000;

  static ApiAnswer of(Http.Response response) {
    Map<String, String> headers = new TreeMap<>();
    response.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    headers.remove("set-cookie");
    Optional<String> type = response.header("content-type");
    if (isJson(type, response.body())) {
      try {
        Object body = JsonBytes.read(response.body());
        return new ApiAnswer(response.status(), headers, body, Optional.empty());
      } catch (IOException e) {
        Optional<String> broken = type.map(promised -> firstLine(e.getMessage()));
        return new ApiAnswer(response.status(), headers, text(type, response.body()), broken);
      }
    }
    return new ApiAnswer(response.status(), headers, text(type, response.body()), Optional.empty());
  }

  private static boolean isJson(Optional<String> type, byte[] body) {
    return body.length > 0
        && type.map(named -> named.toLowerCase(Locale.ROOT).contains("json"))
            .orElse(body[0] == '{' || body[0] == '[');
  }

  private static Object text(Optional<String> type, byte[] body) {
    return body.length == 0 ? null : new String(body, charset(type.orElse("")));
  }

  private static String firstLine(String text) {
    return String.valueOf(text).lines().findFirst().orElse("");
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

  private static Charset charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType);
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
