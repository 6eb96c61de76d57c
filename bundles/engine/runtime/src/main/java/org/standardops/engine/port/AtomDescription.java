package org.standardops.engine.port;

import java.util.Map;
import org.standardops.atom.Recovery;
import org.standardops.model.JsonValues;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;

/**
 * What a bundle says of one of its atoms.
 *
 * @param name by language: {@code en}, {@code zh-CN}; so too group and description
 * @param parameters JSON Schema
 * @param outputs JSON Schema
 * @param pollsAct true where polls may change the outside
 * @param bundle symbolic name and version, such as {@code org.standardops.atom.timer 1.0.0}
 */
public record AtomDescription(
    AtomRef atom,
    Map<String, String> name,
    Map<String, String> description,
    Map<String, String> group,
    String icon,
    TimingType timing,
    Recovery recovery,
    boolean pollsAct,
    Map<String, Object> parameters,
    Map<String, Object> outputs,
    String bundle) {

  public AtomDescription {
    name = Map.copyOf(name);
    description = Map.copyOf(description);
    group = Map.copyOf(group);
    parameters = JsonValues.object(parameters);
    outputs = JsonValues.object(outputs);
  }
}
