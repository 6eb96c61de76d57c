package org.standardops.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes messages as WeCom does, from the one application and for the one robot that it knows. */
final class WecomStandIn {

  private static final String CORP = "ww-corp";
  private static final String SECRET = "the-corp-secret";
  private static final String ROBOT = "the-robot-key";
  private static final int AGENT = 1000002;
  private static final String TOKEN = "an+access/token=";

  private final Outside outside;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final List<String> busyWith = new CopyOnWriteArrayList<>();

  WecomStandIn(Outside outside) {
    this.outside = outside;
    outside
        .on("/cgi-bin/gettoken", this::token)
        .on("/cgi-bin/message/send", this::application)
        .on("/cgi-bin/webhook/send", this::robot);
  }

  List<Message> messages() {
    return messages;
  }

  /** From now on the robot notes messages with this text, and says that it was asked too often. */
  void robotIsBusyWith(String text) {
    busyWith.add(text);
  }

  Map<String, Object> applicationSettings(String language) {
    return Map.of(
        "corpId", CORP,
        "corpSecret", SECRET,
        "agentId", AGENT,
        "language", language,
        "endpoint", outside.url(""));
  }

  Map<String, Object> robotSettings(String language) {
    return Map.of("robotKey", ROBOT, "language", language, "endpoint", outside.url(""));
  }

  private void token(HttpExchange exchange) throws IOException {
    boolean known =
        exchange.getRequestMethod().equals("GET")
            && asked(exchange).equals("corpid=" + CORP + "&corpsecret=" + SECRET);
    Outside.answer(
        exchange,
        200,
        known
            ? "{\"errcode\": 0, \"access_token\": \"" + TOKEN + "\", \"expires_in\": 7200}"
            : "{\"errcode\": 40001, \"errmsg\": \"invalid credential\"}");
  }

  private void application(HttpExchange exchange) throws IOException {
    JsonNode sent = RestClient.JSON.readTree(Outside.text(exchange));
    if (!asked(exchange).equals("access_token=" + TOKEN)) {
      refuse(exchange, 40014);
    } else if (sent.path("agentid").asInt() != AGENT) {
      refuse(exchange, 301002);
    } else {
      take(exchange, "application", sent.path("touser").asText(), sent);
    }
  }

  private void robot(HttpExchange exchange) throws IOException {
    JsonNode sent = RestClient.JSON.readTree(Outside.text(exchange));
    if (!asked(exchange).equals("key=" + ROBOT)) {
      refuse(exchange, 93000);
    } else {
      take(exchange, "robot", sent.at("/text/mentioned_list/0").asText(), sent);
    }
  }

  private void take(HttpExchange exchange, String way, String to, JsonNode sent)
      throws IOException {
    String text = sent.at("/text/content").asText().strip();
    if (!sent.path("msgtype").asText().equals("text") || text.isEmpty() || to.isEmpty()) {
      refuse(exchange, 40008);
    } else {
      messages.add(new Message(way, to, text));
      boolean ok = !way.equals("robot") || busyWith.stream().noneMatch(text::contains);
      Outside.answer(exchange, 200, "{\"errcode\": " + (ok ? 0 : 45009) + "}");
    }
  }

  private static String asked(HttpExchange exchange) {
    return exchange.getRequestURI().getQuery();
  }

  private static void refuse(HttpExchange exchange, int errcode) throws IOException {
    Outside.answer(exchange, 200, "{\"errcode\": " + errcode + "}");
  }
}
