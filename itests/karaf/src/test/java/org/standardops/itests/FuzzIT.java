package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.itests.ApiDocument.Call;
import org.standardops.itests.RestClient.Answer;

/**
 * Random requests of every operation of the document. Set {@code -Dstandardops.fuzz.seed} to repeat
 * a run, and {@code -Dstandardops.fuzz.requests} for a longer one.
 */
class FuzzIT {

  /** The same at every build, so that one that fails tells of its own change; set it to search. */
  private static final long SEED = Long.getLong("standardops.fuzz.seed", 20_261_125);

  private static final int REQUESTS = Integer.getInteger("standardops.fuzz.requests", 3000);

  /** What stands in an answer only where something of the server's inside came out. */
  private static final Pattern INSIDE =
      Pattern.compile("Exception\\b|\\bat (org|java)\\.|SQLSTATE|SELECT .* FROM");

  private static final Pattern UNREAD =
      Pattern.compile("%(00|2[EF]|5C|25)", Pattern.CASE_INSENSITIVE);

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private final Random random = new Random(SEED);
  private static Web web;
  private static ApiDocument document;
  private static Map<String, String> known;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
    document = new ApiDocument(web.server());
    web.person("idle");
    String process = web.exampleProcess("timer.json");
    String task = web.start(process, Map.of("pause", "PT0S"));
    known =
        Map.of(
            "business", "web",
            "process", process,
            "task", task,
            "name", "idle",
            "user", "idle",
            "node", "timer",
            "step", "wait",
            "revision", "1");
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  @Test
  void noInputBreaksTheServer() {
    System.out.println("FuzzIT has the seed " + SEED + ".");
    List<Call> calls = document.calls();
    RestClient ann = web.ann();
    RestClient admin = web.admin();
    Map<Integer, Integer> statuses = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      if (i % 100 == 0) {
        web.admin().put("/businesses/web/admins", Map.of("admins", List.of("ann"))).expect(200);
      }
      Call call = calls.get(random.nextInt(calls.size()));
      Request request = request(call);
      String sent = "request " + i + " " + call.id() + " " + request;
      try {
        Answer answer = send(random.nextInt(3) == 0 ? admin : ann, call, request);
        statuses.merge(answer.status(), 1, Integer::sum);
        if (!isFit(answer)) {
          wrong.add(sent + " -> " + answer);
        }
      } catch (UncheckedIOException dropped) {
        wrong.add(sent + " -> no answer: " + dropped.getMessage());
      }
    }
    System.out.println("FuzzIT sent " + REQUESTS + " requests; answers by status: " + statuses);
    assertThat(wrong).as("seed %d", SEED).isEmpty();
    assertThat(statuses.keySet()).as("some were good, some were not").contains(200, 422);
  }

  private static Answer send(RestClient client, Call call, Request request) {
    return client.send(call.method(), request.path(), request.body(), request.headers());
  }

  private static boolean isFit(Answer answer) {
    if (answer.status() >= 500 || INSIDE.matcher(answer.text()).find()) {
      return false;
    }
    return answer.status() < 400
        || answer
                .headers()
                .firstValue("Content-Type")
                .orElse("")
                .startsWith("application/problem+json")
            && answer.json().path("status").asInt() == answer.status()
            && !answer.json().path("code").asText().isEmpty()
            && !answer.json().path("detail").asText().isEmpty()
            && isInItsLanguage(answer);
  }

  /** What the web server refuses unread is told in English: it has not looked at the headers. */
  private static boolean isInItsLanguage(Answer answer) {
    if (!answer.headers().firstValue("Content-Language").orElse("en").equals("zh-CN")) {
      return true;
    }
    List<JsonNode> texts = new ArrayList<>(answer.json().findValues("message"));
    texts.addAll(answer.json().findValues("title"));
    texts.addAll(answer.json().findValues("detail"));
    return texts.stream().allMatch(text -> CHINESE.matcher(text.asText()).find());
  }

  /** What is sent. */
  private record Request(String path, byte[] body, String... headers) {
    @Override
    public String toString() {
      String text = new String(body, StandardCharsets.UTF_8);
      return path
          + " "
          + Arrays.toString(headers)
          + " "
          + text.substring(0, Math.min(500, text.length()));
    }
  }

  private Request request(Call call) {
    RandomJson json = new RandomJson(random, document::follow);
    Map<String, String> path = new HashMap<>();
    List<String> query = new ArrayList<>();
    List<String> headers =
        new ArrayList<>(
            List.of(
                "Accept",
                random.nextInt(10) == 0 && !call.id().equals("getEvents")
                    ? "text/plain, */*;q=0.1"
                    : "application/json",
                "Accept-Language",
                random.nextBoolean() ? "zh-CN" : "en"));
    for (JsonNode parameter : call.parameters()) {
      String name = parameter.get("name").asText();
      switch (parameter.get("in").asText()) {
        case "path" -> path.put(name, segment(name, json));
        case "query" -> {
          if (random.nextInt(3) == 0) {
            query.add(name + "=" + encoded(value(parameter, json)));
          }
        }
        default -> {
          if (random.nextInt(3) > 0) {
            headers.addAll(List.of(name, header(name)));
          }
        }
      }
    }
    if (random.nextInt(20) == 0) {
      query.add("unknown=" + encoded(json.text()));
    }
    byte[] body = body(call, json, headers);
    String target = call.pathWith(path) + (query.isEmpty() ? "" : "?" + String.join("&", query));
    return new Request(
        target, isRefusedUnread(target) ? new byte[0] : body, headers.toArray(String[]::new));
  }

  /**
   * Lines that the web server refuses at sight, closing the connection: a body that is still being
   * written then could not be written to its end.
   */
  private static boolean isRefusedUnread(String target) {
    return target.length() > 7_000 || UNREAD.matcher(target).find();
  }

  private String segment(String name, RandomJson json) {
    String text = json.text();
    return known.containsKey(name) && random.nextInt(4) > 0 || text.isBlank() || text.length() > 999
        ? known.getOrDefault(name, "none")
        : encoded(text);
  }

  private String value(JsonNode parameter, RandomJson json) {
    JsonNode value = json.of(parameter.path("schema"), 0);
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String header(String name) {
    List<String> values =
        name.equals("If-Match")
            ? List.of("*", "\"1\"", "\"2\"", "1", "W/\"1\"", "\"99999999999999999999\"", ",")
            : List.of("a key", "k" + random.nextInt(50), "x".repeat(200), "~");
    return values.get(random.nextInt(values.size()));
  }

  private byte[] body(Call call, RandomJson json, List<String> headers) {
    JsonNode content = call.operation().path("requestBody").path("content");
    if (content.isMissingNode()) {
      return new byte[0];
    }
    String type = content.fieldNames().next();
    headers.addAll(List.of("Content-Type", random.nextInt(30) == 0 ? "text/plain" : type));
    byte[] whole = write(json.of(content.get(type).path("schema"), 0));
    return switch (random.nextInt(30)) {
      case 0 -> new byte[0];
      case 1 -> Arrays.copyOf(whole, whole.length / 2);
      case 2 -> new byte[] {(byte) 0xC3, 0x28, '{', '}'};
      case 3 -> write(json.anything(0));
      case 4 -> ("[".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
      case 5 -> ("{\"a\": 1, \"a\": 2, \"n\": 1e999999}").getBytes(StandardCharsets.UTF_8);
      default -> whole;
    };
  }

  private static byte[] write(JsonNode value) {
    try {
      return RestClient.JSON.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
