package org.standardops.services.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.standardops.engine.core.TaskState;
import org.standardops.json.JsonCodec;
import org.standardops.model.JsonValues;
import org.standardops.model.SealedText;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.template.Reference;
import org.standardops.model.template.Templates;
import org.standardops.services.Warning;

/**
 * What of the business configuration is another than a task took over when it was made. The task
 * keeps what it has: whoever looked at its parameters gets what was shown.
 */
public final class ConfigurationChanges {

  private static final JsonCodec JSON = new JsonCodec();
  private static final int LONGEST = 60;
  private static final String PREFIX = "business.";

  private ConfigurationChanges() {}

  /**
   * One warning for each place where a selected node uses a changed value.
   *
   * @param now the configuration by KEY
   */
  public static List<Warning> since(TaskState task, Map<String, Object> now) {
    return task.plan()
        .nodes()
        .filter(PlannedNode::selected)
        .flatMap(node -> warnings(node, task.plan().businessVariables(), now))
        .toList();
  }

  private static Stream<Warning> warnings(
      PlannedNode node, Map<String, Object> then, Map<String, Object> now) {
    return Templates.references(node.params()).stream()
        .filter(reference -> !reference.broken() && reference.path().startsWith(PREFIX))
        .filter(reference -> isChanged(key(reference), then, now))
        .map(
            reference ->
                new Warning(
                    "/params/" + JsonValues.token(node.id()) + reference.pointer(),
                    "CONFIGURATION_CHANGED",
                    message(key(reference), then, now)));
  }

  private static String key(Reference reference) {
    return reference.path().substring(PREFIX.length()).split("\\.", 2)[0];
  }

  private static boolean isChanged(String key, Map<String, Object> then, Map<String, Object> now) {
    return !now.containsKey(key) || !Objects.equals(then.get(key), now.get(key));
  }

  private static String message(String key, Map<String, Object> then, Map<String, Object> now) {
    String kept = shown(then.get(key));
    return now.containsKey(key)
        ? "'%s' of the business configuration was %s when the task was made, which it keeps; it is %s now. For that, make a new task."
            .formatted(key, kept, shown(now.get(key)))
        : "'%s' of the business configuration was %s when the task was made, which it keeps; it has been removed since."
            .formatted(key, kept);
  }

  private static String shown(Object value) {
    String text = new String(JSON.write(SealedText.shown(value)), StandardCharsets.UTF_8);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
