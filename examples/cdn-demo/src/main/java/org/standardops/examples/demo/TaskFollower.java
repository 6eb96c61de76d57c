package org.standardops.examples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/** Tells the story of a task from its event stream. */
final class TaskFollower {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Story story;
  private final Map<String, String> names = new HashMap<>();

  TaskFollower(Story story, JsonNode task) {
    this.story = story;
    for (JsonNode step : task.get("steps")) {
      names.put(step.get("id").asText(), step.get("name").asText());
      for (JsonNode node : step.get("nodes")) {
        names.put(node.get("id").asText(), node.get("name").asText());
      }
    }
  }

  /** Returns when the stream ends or the task needs a person. */
  void follow(Stream<String> lines) throws IOException {
    try (lines) {
      String event = "";
      for (Iterator<String> line = lines.iterator(); line.hasNext(); ) {
        String text = line.next();
        if (text.startsWith("event:")) {
          event = text.substring("event:".length()).trim();
        } else if (text.startsWith("data:")
            && (event.equals("END") || tell(event, JSON.readTree(text.substring(5))))) {
          return;
        }
      }
    }
  }

  /** True where nothing more will come without a person. */
  private boolean tell(String event, JsonNode data) {
    String state = data.path("state").asText();
    switch (event) {
      case "TASK_STATE" -> story.tell("Task: %s", state);
      case "STEP_STATE" -> story.tell("  Step %s: %s", name(data, "step"), state);
      case "NODE_STATE" -> story.tell("    %s: %s", name(data, "node"), state);
      case "PROGRESS" ->
          story.tell("    %s: %.0f %%", name(data, "node"), data.path("progress").asDouble() * 100);
      default -> {}
    }
    return event.equals("TASK_STATE") && state.equals("FAILED");
  }

  private String name(JsonNode data, String field) {
    String id = data.path(field).asText();
    return names.getOrDefault(id, id);
  }
}
