package org.standardops.json;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Set;

/**
 * What a schema found against one place of a value, and how much of the value that depends on.
 *
 * @param scope pointer of the value that was judged: the place itself, or all that a choice such as
 *     {@code oneOf} around it looked at
 * @param shallow true where only the kind of value and the names in it were looked at, so that what
 *     it holds makes no difference
 */
record Judgement(String scope, boolean shallow) {

  /** Keywords whose inner faults count only as far as the whole choice failed. */
  private static final Set<String> CHOICES =
      Set.of("anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "contains");

  private static final Set<String> INTO_A_CHILD =
      Set.of("items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties");
  private static final Set<String> INTO_A_NAMED_CHILD =
      Set.of("properties", "prefixItems", "patternProperties");

  private static final Set<String> SHALLOW =
      Set.of("type", "required", "dependentRequired", "additionalProperties");

  static Judgement of(ValidationMessage message) {
    JsonNodePath way = message.getEvaluationPath();
    JsonNodePath place = message.getInstanceLocation();
    int depth = 0;
    for (int i = 0; i < way.getNameCount() - 1; i++) {
      String keyword = way.getName(i);
      if (CHOICES.contains(keyword)) {
        return new Judgement(pointer(place, depth), false);
      }
      if (INTO_A_CHILD.contains(keyword)) {
        depth++;
      } else if (INTO_A_NAMED_CHILD.contains(keyword)) {
        depth++;
        i++;
      } else if (keyword.equals("allOf")) {
        i++;
      }
    }
    return new Judgement(place.toString(), SHALLOW.contains(message.getType()));
  }

  private static String pointer(JsonNodePath place, int depth) {
    JsonNodePath part = place;
    while (part.getNameCount() > depth) {
      part = part.getParent();
    }
    return part.toString();
  }

  /** True where no value of the references at these pointers could change it. */
  boolean standsWhatever(List<String> open) {
    return open.stream()
        .noneMatch(
            reference ->
                reference.equals(scope)
                    || scope.startsWith(reference + "/")
                    || !shallow && reference.startsWith(scope + "/"));
  }
}
