package org.standardops.rest.atom;

import java.util.List;
import java.util.Map;
import org.standardops.atom.Choice;
import org.standardops.atom.OptionsCall;
import org.standardops.rest.http.Language;

/**
 * What may be chosen, in the reader's language.
 *
 * @param more true where there are more: type more of what is looked for
 */
public record ChoicesBody(List<Item> items, boolean more) {

  /** One choice. */
  public record Item(Object value, String label) {}

  static ChoicesBody of(List<Choice> choices, Language language) {
    return new ChoicesBody(
        choices.stream()
            .limit(OptionsCall.MOST)
            .map(choice -> new Item(choice.value(), label(choice.labels(), language)))
            .toList(),
        choices.size() > OptionsCall.MOST);
  }

  private static String label(Map<String, String> labels, Language language) {
    return labels.getOrDefault(language.tag(), labels.get(Language.EN.tag()));
  }
}
