package org.standardops.rest.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.JsonValues;

/**
 * A place in which the parameters of two attempts differ.
 *
 * @param before empty: it was not there
 * @param after empty: it is not there any more
 */
public record ParameterDifference(String pointer, Optional<Object> before, Optional<Object> after) {

  /** Every one, as deep as objects go; a list is one value. */
  static List<ParameterDifference> between(Map<?, ?> before, Map<?, ?> after) {
    List<ParameterDifference> differences = new ArrayList<>();
    gather("", before, after, differences);
    return differences;
  }

  private static void gather(
      String at, Map<?, ?> before, Map<?, ?> after, List<ParameterDifference> differences) {
    Set<Object> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (Object key : keys) {
      String pointer = at + "/" + JsonValues.token((String) key);
      Object old = before.get(key);
      Object now = after.get(key);
      if (old instanceof Map<?, ?> oldObject && now instanceof Map<?, ?> newObject) {
        gather(pointer, oldObject, newObject, differences);
      } else if (!Objects.equals(old, now)) {
        differences.add(
            new ParameterDifference(pointer, Optional.ofNullable(old), Optional.ofNullable(now)));
      }
    }
  }
}
