package org.standardops.services.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.JsonValues;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.services.RevisionService.Change;
import org.standardops.services.RevisionService.Change.Kind;

/**
 * What is different between two processes. Variables are followed by KEY, steps and nodes by id; of
 * these only what really went elsewhere is a move, not what others pushed aside.
 */
public final class Difference {

  private final List<Change> changes = new ArrayList<>();

  private Difference() {}

  /** In the order of the newer process; what was removed comes last of its kind. */
  public static List<Change> between(ProcessDefinition before, ProcessDefinition after) {
    Map<String, Object> old = ProcessJson.of(before);
    Map<String, Object> now = ProcessJson.of(after);
    Difference difference = new Difference();
    Items oldNodes = Items.nodes(old);
    Items newNodes = Items.nodes(now);
    difference.items(
        Items.of("/variables", old.remove("variables"), "key"),
        Items.of("/variables", now.remove("variables"), "key"));
    difference.items(
        Items.of("/steps", old.remove("steps"), "id"),
        Items.of("/steps", now.remove("steps"), "id"));
    difference.items(oldNodes, newNodes);
    difference.objects("", old, now);
    return difference.changes;
  }

  private void items(Items before, Items after) {
    Set<String> moved = before.moved(after);
    after
        .byId()
        .forEach(
            (id, item) -> {
              Item old = before.byId().get(id);
              if (old == null) {
                add(Kind.ADDED, item.pointer(), null, item.fields());
                return;
              }
              if (moved.contains(id)) {
                add(Kind.MOVED, item.pointer(), old.pointer(), item.pointer());
              }
              objects(item.pointer(), old.fields(), item.fields());
            });
    before
        .byId()
        .forEach(
            (id, item) -> {
              if (!after.byId().containsKey(id)) {
                add(Kind.REMOVED, item.pointer(), item.fields(), null);
              }
            });
  }

  /** Objects are looked into; any other value is one whole. */
  private void objects(String at, Map<String, Object> before, Map<String, Object> after) {
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    for (String name : names) {
      String pointer = at + "/" + JsonValues.token(name);
      Object old = before.get(name);
      Object now = after.get(name);
      if (!before.containsKey(name)) {
        add(Kind.ADDED, pointer, null, now);
      } else if (!after.containsKey(name)) {
        add(Kind.REMOVED, pointer, old, null);
      } else if (old instanceof Map && now instanceof Map) {
        objects(pointer, ProcessJson.object(old), ProcessJson.object(now));
      } else if (!Objects.equals(old, now)) {
        add(Kind.CHANGED, pointer, old, now);
      }
    }
  }

  private void add(Kind kind, String pointer, Object before, Object after) {
    changes.add(new Change(kind, pointer, Optional.ofNullable(before), Optional.ofNullable(after)));
  }

  /**
   * A variable, step or node.
   *
   * @param parent id of the step around it; empty: none
   * @param fields without what is compared by itself
   */
  private record Item(String pointer, String parent, Map<String, Object> fields) {}

  private record Items(Map<String, Item> byId) {

    static Items of(String at, Object list, String idField) {
      Map<String, Item> items = new LinkedHashMap<>();
      put(items, at, "", list, idField);
      return new Items(items);
    }

    static Items nodes(Map<String, Object> process) {
      Map<String, Item> items = new LinkedHashMap<>();
      List<?> steps = ProcessJson.list(process.get("steps"));
      for (int i = 0; i < steps.size(); i++) {
        Map<String, Object> step = ProcessJson.object(steps.get(i));
        put(items, "/steps/" + i + "/nodes", (String) step.get("id"), step.get("nodes"), "id");
      }
      return new Items(items);
    }

    private static void put(
        Map<String, Item> items, String at, String parent, Object list, String idField) {
      List<?> values = ProcessJson.list(list);
      for (int i = 0; i < values.size(); i++) {
        Map<String, Object> fields = new LinkedHashMap<>(ProcessJson.object(values.get(i)));
        fields.remove("nodes");
        items.put((String) fields.get(idField), new Item(at + "/" + i, parent, fields));
      }
    }

    /** Those that are in both, and went to another parent or past others of theirs. */
    Set<String> moved(Items after) {
      List<String> before = stayed(after);
      List<String> now = after.stayed(this);
      Set<String> moved = new HashSet<>(byId.keySet());
      moved.retainAll(after.byId.keySet());
      longestCommon(before, now).forEach(moved::remove);
      return moved;
    }

    /** In order, those whose parent is the same over there. */
    private List<String> stayed(Items other) {
      return byId.entrySet().stream()
          .filter(
              item ->
                  other.byId.containsKey(item.getKey())
                      && other.byId.get(item.getKey()).parent().equals(item.getValue().parent()))
          .sorted((a, b) -> a.getValue().parent().compareTo(b.getValue().parent()))
          .map(Map.Entry::getKey)
          .toList();
    }

    private static List<String> longestCommon(List<String> a, List<String> b) {
      int[][] longest = new int[a.size() + 1][b.size() + 1];
      for (int i = a.size() - 1; i >= 0; i--) {
        for (int j = b.size() - 1; j >= 0; j--) {
          longest[i][j] =
              a.get(i).equals(b.get(j))
                  ? longest[i + 1][j + 1] + 1
                  : Math.max(longest[i + 1][j], longest[i][j + 1]);
        }
      }
      List<String> common = new ArrayList<>();
      for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
        if (a.get(i).equals(b.get(j))) {
          common.add(a.get(i));
          i++;
          j++;
        } else if (longest[i + 1][j] >= longest[i][j + 1]) {
          i++;
        } else {
          j++;
        }
      }
      return common;
    }
  }
}
