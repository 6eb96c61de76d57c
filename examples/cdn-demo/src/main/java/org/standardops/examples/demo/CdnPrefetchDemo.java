package org.standardops.examples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs "CDN Prefetch" as a client of the REST API: a business with its admin, the process, a task,
 * and its story as it happens.
 *
 * <p>Reads {@code STANDARDOPS_URL}, {@code STANDARDOPS_ADMIN_PASSWORD}, {@code DEMO_PROCESS} (a
 * file), {@code DEMO_EDGE} (address of the edge), {@code DEMO_BEGIN} (epoch seconds). Ends with 0
 * only where the task SUCCEEDED.
 */
public final class CdnPrefetchDemo {

  private static final List<String> PATHS =
      List.of(
          "/", "/game/patch-1.0.1.bin", "/game/version.json", "/img/banner.png", "/css/site.css");

  private CdnPrefetchDemo() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String server = System.getenv("STANDARDOPS_URL");
    Story story =
        new Story(System.out, Instant.ofEpochSecond(Long.parseLong(System.getenv("DEMO_BEGIN"))));
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    RestClient admin =
        new RestClient(http, server, "admin", System.getenv("STANDARDOPS_ADMIN_PASSWORD"));

    String password = password();
    admin.post("/people", Map.of("name", "ann", "displayName", "Ann", "password", password));
    admin.post("/businesses", Map.of("id", "web", "name", "Web"));
    admin.put("/businesses/web/admins", Map.of("admins", List.of("ann")));
    story.tell("Business Web, its admin: ann");

    RestClient ann = new RestClient(http, server, "ann", password);
    JsonNode definition =
        new ObjectMapper().readTree(Path.of(System.getenv("DEMO_PROCESS")).toFile());
    JsonNode process = ann.post("/businesses/web/processes", definition);
    story.tell(
        "Process %s saved and published, revision %d",
        process.get("name").asText(), process.get("revision").asInt());

    List<String> urls = PATHS.stream().map(path -> System.getenv("DEMO_EDGE") + path).toList();
    Map<String, Object> input = Map.of("variables", Map.of("urls", urls), "start", true);
    JsonNode task = ann.post("/processes/" + process.get("id").asText() + "/tasks", input);
    String id = task.get("id").asText();
    story.tell("Task %s started with %d URLs", task.get("name").asText(), urls.size());
    try (Stream<String> lines = ann.events("/tasks/" + id + "/events")) {
      new TaskFollower(story, task).follow(lines);
    }

    JsonNode ended = ann.get("/tasks/" + id);
    String state = ended.get("state").asText();
    tellOutcome(story, ended);
    System.out.println();
    System.out.println("The task     " + server + "/console/tasks/" + id);
    System.out.println("Log in as    ann with the password " + password);
    System.exit(state.equals("SUCCEEDED") ? 0 : 1);
  }

  private static void tellOutcome(Story story, JsonNode task) {
    for (JsonNode step : task.get("steps")) {
      for (JsonNode node : step.get("nodes")) {
        if (node.hasNonNull("error")) {
          story.tell(
              "    %s: %s", node.get("name").asText(), node.get("error").get("message").asText());
        } else if (node.get("outputs").has("report")) {
          for (JsonNode line : node.get("outputs").get("report")) {
            story.tell(
                "    %s %s",
                line.get("url").asText(),
                line.get("consistent").asBoolean() ? "is consistent" : line.toString());
          }
        }
      }
    }
    story.tell("Task %s: %s", task.get("name").asText(), task.get("state").asText());
  }

  private static String password() {
    byte[] bytes = new byte[12];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
