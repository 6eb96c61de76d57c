package org.standardops.engine.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.ParameterValues;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.Secrets;
import org.standardops.json.SecretReferences;
import org.standardops.model.BusinessId;
import org.standardops.model.SealedText;
import org.standardops.model.template.Templates;

/**
 * The parameters of one call: references to variables and secrets replaced. A secret's name counts
 * only where the author wrote it, so it is marked before any value is put in; whatever came in as a
 * value stays a value.
 */
final class CallParameters {

  private final Secrets secrets;

  CallParameters(Secrets secrets) {
    this.secrets = secrets;
  }

  /** A secret that an atom would get and that is not there. */
  static final class UnknownSecret extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownSecret(String message) {
      super(message);
    }
  }

  /** Stands where an author wrote a reference to a secret; no JSON, so nothing takes it for any. */
  private record Marked(String name) {}

  /**
   * Secrets are added to the masking before anything is answered.
   *
   * @param schema of the atom's parameters
   */
  Templates.Resolved of(
      TaskState state, NodeState node, Map<String, Object> schema, Masking masking)
      throws UnknownSecret {
    Map<String, Object> marked =
        SecretReferences.replace(schema, node.params(), Marked::new).value();
    Templates.Resolved resolved = ParameterValues.of(state, node, marked);
    Opening opening = new Opening(state.plan().business(), masking);
    Map<String, Object> value = opening.object(resolved.value());
    if (opening.missing.isEmpty()) {
      return new Templates.Resolved(value, resolved.faults());
    }
    throw new UnknownSecret(String.join(" ", opening.missing));
  }

  private final class Opening {
    private final BusinessId business;
    private final Masking masking;
    private final List<String> missing = new ArrayList<>();

    Opening(BusinessId business, Masking masking) {
      this.business = business;
      this.masking = masking;
    }

    Map<String, Object> object(Map<?, ?> map) {
      Map<String, Object> opened = new LinkedHashMap<>();
      map.forEach((key, element) -> opened.put((String) key, value(element)));
      return Collections.unmodifiableMap(opened);
    }

    private Object value(Object value) {
      if (value instanceof Map<?, ?> map) {
        return object(map);
      }
      if (value instanceof List<?> list) {
        List<Object> opened = new ArrayList<>();
        list.forEach(element -> opened.add(value(element)));
        return Collections.unmodifiableList(opened);
      }
      if (value instanceof Marked marked) {
        return secret(
            marked.name(),
            "The business "
                + business
                + " has no secret '"
                + marked.name()
                + "': set it, then"
                + " retry.");
      }
      return value instanceof String text
          ? SealedText.opened(
              text, id -> secret("~" + id, "A secret that was entered is gone: enter it again."))
          : value;
    }

    private String secret(String name, String otherwise) {
      return secrets
          .find(business, name)
          .map(
              secret -> {
                masking.add(secret);
                return secret;
              })
          .orElseGet(
              () -> {
                missing.add(otherwise);
                return "";
              });
    }
  }
}
