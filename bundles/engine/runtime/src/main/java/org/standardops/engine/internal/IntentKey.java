package org.standardops.engine.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.standardops.model.TaskId;

/**
 * The idempotency key of an intent: readable where it fits 64 characters of {@code [A-Za-z0-9-]},
 * else with a digest for the node.
 */
final class IntentKey {

  private static final int LONGEST = 64;

  private IntentKey() {}

  static String of(TaskId task, String node, int intent) {
    String key = task + "-" + node.replace('[', '-').replace("]", "") + "-" + intent;
    if (key.length() <= LONGEST && node.indexOf('_') < 0) {
      return key;
    }
    UUID digest = UUID.nameUUIDFromBytes(node.getBytes(StandardCharsets.UTF_8));
    return task + "-" + digest + "-" + intent;
  }
}
