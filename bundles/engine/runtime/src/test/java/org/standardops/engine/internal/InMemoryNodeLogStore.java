package org.standardops.engine.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.standardops.engine.port.NodeLogStore;
import org.standardops.model.TaskId;

final class InMemoryNodeLogStore implements NodeLogStore {

  private final Map<String, ByteArrayOutputStream> logs = new ConcurrentHashMap<>();

  private final Map<String, TreeSet<String>> sections = new ConcurrentHashMap<>();

  @Override
  public synchronized void append(
      TaskId task, String node, int attempt, String section, byte[] text) {
    logs.computeIfAbsent(task + node + attempt, key -> new ByteArrayOutputStream())
        .writeBytes(text);
    if (!section.isEmpty()) {
      sections.computeIfAbsent(task + node + attempt, key -> new TreeSet<>()).add(section);
    }
  }

  @Override
  public synchronized List<String> sections(TaskId task, String node, int attempt, int limit) {
    return sections.getOrDefault(task + node + attempt, new TreeSet<>()).stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized byte[] read(
      TaskId task, String node, int attempt, Optional<String> section, long from, int maxBytes) {
    ByteArrayOutputStream log = logs.get(task + node + attempt);
    byte[] all = log == null ? new byte[0] : log.toByteArray();
    int start = (int) Math.min(from, all.length);
    return Arrays.copyOfRange(all, start, Math.min(all.length, start + maxBytes));
  }

  String text(TaskId task, String node, int attempt) {
    byte[] all = read(task, node, attempt, Optional.empty(), 0, 1 << 30);
    return new String(all, StandardCharsets.UTF_8);
  }
}
