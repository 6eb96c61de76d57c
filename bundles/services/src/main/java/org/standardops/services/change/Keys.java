package org.standardops.services.change;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.standardops.model.Fault;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessShape;

/** The KEYs of a process: of its variables, and of outputs that become variables. */
record Keys(Set<String> taken) {

  private static final int LONGEST = 56;

  static Keys of(ProcessDefinition process) {
    Set<String> taken = new HashSet<>();
    process.variables().forEach(variable -> taken.add(variable.key()));
    process.nodes().forEach(node -> taken.addAll(node.outputs().values()));
    return new Keys(taken);
  }

  boolean contains(String key) {
    return taken.contains(key);
  }

  /** What stands against one more of this name. */
  List<Fault> check(String pointer, String key) {
    return contains(key)
        ? List.of(
            new Fault(
                pointer,
                "DUPLICATE_KEY",
                "Another variable or output of this process has the KEY '" + key + "'."))
        : ProcessShape.checkKey(pointer, key);
  }

  /** A free KEY like this name. */
  String propose(String name) {
    String word = name.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^[^A-Za-z]+", "");
    String key = word.isEmpty() ? "variable" : word.substring(0, Math.min(LONGEST, word.length()));
    String free = key;
    for (int n = 2; !check("", free).isEmpty(); n++) {
      free = key + "_" + n;
    }
    return free;
  }
}
