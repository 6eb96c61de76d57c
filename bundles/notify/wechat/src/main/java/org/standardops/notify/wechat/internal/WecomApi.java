package org.standardops.notify.wechat.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.standardops.notify.SendFailed;

/** The calls of WeCom's API; its access token is kept as long as it holds. Thread-safe. */
final class WecomApi {

  private static final Set<Integer> TOKEN_IS_OVER = Set.of(40014, 41001, 42001);

  /** The person is not known, or not in sight of the application. */
  private static final Set<Integer> NO_SUCH_PERSON = Set.of(40003, 60111, 81013);

  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final JsonCalls calls = new JsonCalls();
  private final AtomicReference<Optional<Token>> token = new AtomicReference<>(Optional.empty());
  private final InstantSource clock;

  WecomApi(InstantSource clock) {
    this.clock = clock;
  }

  /** An application of a company at WeCom. */
  record Application(String endpoint, String corpId, long agentId, String secret) {
    @Override
    public String toString() {
      return "Application[" + corpId + " " + agentId + "]";
    }
  }

  private record Token(Application of, String value, Instant until) {
    @Override
    public String toString() {
      return "Token[" + of + " until " + until + "]";
    }
  }

  void send(Application application, String user, String text) throws SendFailed {
    Map<String, Object> message =
        Map.of(
            "touser",
            user,
            "msgtype",
            "text",
            "agentid",
            application.agentId(),
            "text",
            Map.of("content", text));
    Map<String, Object> answer = post(application, token(application), message);
    if (TOKEN_IS_OVER.contains(errcode(answer))) {
      token.set(Optional.empty());
      answer = post(application, token(application), message);
    }
    requireOk(answer, user);
    Object invalid = answer.getOrDefault("invaliduser", "");
    if (!invalid.toString().isEmpty()) {
      throw unknown(user);
    }
  }

  void sendByRobot(String endpoint, String key, String user, String text) throws SendFailed {
    Map<String, Object> message =
        Map.of("msgtype", "text", "text", Map.of("content", text, "mentioned_list", List.of(user)));
    requireOk(calls.post(endpoint + "/cgi-bin/webhook/send?key=" + encoded(key), message), user);
  }

  private Map<String, Object> post(
      Application application, String accessToken, Map<String, Object> message) throws SendFailed {
    return calls.post(
        application.endpoint() + "/cgi-bin/message/send?access_token=" + encoded(accessToken),
        message);
  }

  private String token(Application application) throws SendFailed {
    Instant now = clock.instant();
    Optional<Token> kept =
        token.get().filter(there -> there.of().equals(application) && now.isBefore(there.until()));
    if (kept.isPresent()) {
      return kept.get().value();
    }
    Map<String, Object> answer =
        calls.get(
            application.endpoint()
                + "/cgi-bin/gettoken?corpid="
                + encoded(application.corpId())
                + "&corpsecret="
                + encoded(application.secret()));
    if (errcode(answer) != 0 || !(answer.get("access_token") instanceof String value)) {
      throw SendFailed.forNow(
          "WeCom gives no access token (errcode "
              + errcode(answer)
              + "): check corpId and secret.");
    }
    long seconds = answer.get("expires_in") instanceof Number given ? given.longValue() : 0;
    token.set(Optional.of(new Token(application, value, now.plusSeconds(seconds).minus(MARGIN))));
    return value;
  }

  private static void requireOk(Map<String, Object> answer, String user) throws SendFailed {
    int code = errcode(answer);
    if (NO_SUCH_PERSON.contains(code)) {
      throw unknown(user);
    }
    if (code != 0) {
      throw SendFailed.forNow("WeCom refuses the message: errcode " + code + ".");
    }
  }

  private static SendFailed unknown(String user) {
    return SendFailed.forGood("WeCom knows no member '" + user + "' for this application.");
  }

  private static int errcode(Map<String, Object> answer) {
    return answer.get("errcode") instanceof Number code ? code.intValue() : -1;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
