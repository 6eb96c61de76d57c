package org.standardops.atom.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Touched;

/**
 * The values that are taken out of answers: each from the first answer that has it.
 *
 * @param wanted by name, what to look for
 * @param values by name, what was found so far
 */
public record Extraction(Map<String, Pointer> wanted, Map<String, Object> values) {

  public static Extraction of(Parameters parameters) {
    Map<String, Pointer> wanted = new LinkedHashMap<>();
    parameters
        .object("extract")
        .forEach((name, pointer) -> wanted.put(name, new Pointer((String) pointer)));
    return new Extraction(wanted, Map.of());
  }

  public Extraction from(Object body) {
    Map<String, Object> found = new LinkedHashMap<>();
    wanted.forEach((name, at) -> at.find(body).ifPresent(value -> found.put(name, value)));
    found.putAll(values);
    return new Extraction(wanted, found);
  }

  public Extraction with(Map<String, Object> known) {
    return new Extraction(wanted, known);
  }

  public Optional<String> firstMissing() {
    return wanted.keySet().stream().filter(name -> !values.containsKey(name)).findFirst();
  }

  public Outcome missing(String name) {
    return new Outcome.Failed(
        "EXTRACT_MISSING",
        "The answer has nothing at '"
            + wanted.get(name)
            + "', from where '"
            + name
            + "' is to be taken.",
        false,
        Touched.YES,
        values);
  }
}
