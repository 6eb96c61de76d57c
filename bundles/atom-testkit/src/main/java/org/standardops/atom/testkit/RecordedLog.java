package org.standardops.atom.testkit;

import java.util.ArrayList;
import java.util.List;
import org.standardops.atom.Log;

/** Keeps each line as {@code "INFO text"}; lines of a section as {@code "INFO [section] text"}. */
public final class RecordedLog implements Log {

  private final List<String> lines;
  private final String prefix;

  public RecordedLog() {
    this(new ArrayList<>(), "");
  }

  private RecordedLog(List<String> lines, String prefix) {
    this.lines = lines;
    this.prefix = prefix;
  }

  /** All lines so far, those of sections too, oldest first. */
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  @Override
  public void info(String line) {
    add("INFO ", line);
  }

  @Override
  public void warn(String line) {
    add("WARN ", line);
  }

  @Override
  public void error(String line) {
    add("ERROR ", line);
  }

  /** Names of the sections that were written to, in the order of their first lines. */
  public List<String> sections() {
    return lines().stream()
        .filter(line -> line.contains(" [") && line.indexOf(" [") == line.indexOf(' '))
        .map(line -> line.substring(line.indexOf('[') + 1, line.indexOf("] ")))
        .distinct()
        .toList();
  }

  @Override
  public Log section(String name) {
    if (name.isBlank() || name.length() > 200 || name.lines().count() != 1) {
      throw new AssertionError("A section's name has 1 to 200 characters on one line: " + name);
    }
    return new RecordedLog(lines, "[" + name + "] ");
  }

  private void add(String level, String line) {
    synchronized (lines) {
      lines.add(level + prefix + line);
    }
  }
}
