package org.standardops.atom.tencent.cdn.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.standardops.atom.answer.JsonObject;

/**
 * How far a round of comparing is; what a handle holds.
 *
 * @param pending positions of the URLs that were not found consistent before this round
 * @param position how many of them this round has compared
 * @param differing by position of the URL, what differs in this round
 * @param origins see {@link Origins#known}
 */
record ConsistencyState(
    List<Integer> pending,
    int position,
    Map<String, Object> differing,
    Map<String, Object> origins) {

  /** Differences beyond this many characters are not kept over calls: a handle has its limit. */
  private static final int MOST_CHARACTERS = 32_000;

  private static final List<Object> NOT_KEPT =
      List.of(
          Map.of("what", "MORE", "edge", "", "origin", "", "note", "Too many to show them all."));

  static ConsistencyState first(int urls) {
    return new ConsistencyState(IntStream.range(0, urls).boxed().toList(), 0, Map.of(), Map.of());
  }

  static ConsistencyState of(Map<String, Object> handle) {
    JsonObject json = new JsonObject(handle);
    return new ConsistencyState(
        json.wholes("pending"),
        json.whole("position"),
        json.object("differing").orElseThrow().fields(),
        json.object("origins").orElseThrow().fields());
  }

  Map<String, Object> handle() {
    return Map.of(
        "pending", pending, "position", position, "differing", differing, "origins", origins);
  }

  boolean roundEnded() {
    return position == pending.size();
  }

  int current() {
    return pending.get(position);
  }

  ConsistencyState compared(List<Map<String, Object>> differences) {
    if (differences.isEmpty()) {
      return new ConsistencyState(pending, position + 1, differing, origins);
    }
    boolean room = differing.toString().length() < MOST_CHARACTERS;
    Map<String, Object> more = new HashMap<>(differing);
    more.put(Integer.toString(current()), room ? differences : NOT_KEPT);
    return new ConsistencyState(pending, position + 1, more, origins);
  }

  /** Only what differed is compared again. */
  ConsistencyState nextRound() {
    List<Integer> again =
        new ArrayList<>(differing.keySet().stream().map(Integer::valueOf).sorted().toList());
    return new ConsistencyState(again, 0, Map.of(), origins);
  }

  ConsistencyState with(Map<String, Object> knownOrigins) {
    return new ConsistencyState(pending, position, differing, knownOrigins);
  }

  List<?> differences(int url) {
    return differing.get(Integer.toString(url)) instanceof List<?> found ? found : List.of();
  }

  /** How many of all URLs are known to be consistent. */
  int consistent(int urls) {
    return urls - pending.size() + position - differing.size();
  }
}
