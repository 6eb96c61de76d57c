package org.standardops.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a regular expression becomes when its counted repetitions are written out: found before
 * it is compiled, as {@code ((x{999}){999}){999}} would fill the memory.
 */
final class PatternSize {

  private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");
  private static final long ENOUGH = 1_000_000;

  private final String regex;
  private final Deque<Long> around = new ArrayDeque<>();
  private long size;
  private long last;
  private int at;

  private PatternSize(String regex) {
    this.regex = regex;
  }

  /** In characters; not exact, and at most a million. */
  static long of(String regex) {
    return new PatternSize(regex).size();
  }

  private long size() {
    Matcher count = COUNT.matcher(regex);
    while (at < regex.length()) {
      char next = regex.charAt(at);
      if (next == '(') {
        around.push(size);
        size = 0;
        at++;
      } else if (next == ')' && !around.isEmpty()) {
        last = size + 1;
        size = Math.min(ENOUGH, around.pop() + last);
        at++;
      } else if (next == '{' && count.region(at, regex.length()).lookingAt()) {
        size = Math.min(ENOUGH, size + last * Math.max(0, times(count) - 1));
        at = count.end();
      } else {
        at += next == '\\' ? 2 : next == '[' ? charactersOfClass() : 1;
        last = 1;
        size++;
      }
    }
    while (!around.isEmpty()) {
      size = Math.min(ENOUGH, size + around.pop());
    }
    return size;
  }

  private static long times(Matcher count) {
    String most = count.group(2);
    return Long.parseLong(most == null || most.isEmpty() ? count.group(1) : most);
  }

  private int charactersOfClass() {
    int end = at + 1;
    while (end < regex.length() && (regex.charAt(end) != ']' || end == at + 1)) {
      end += regex.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1 - at;
  }
}
