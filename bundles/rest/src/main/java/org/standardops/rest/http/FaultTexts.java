package org.standardops.rest.http;

import java.util.List;
import java.util.ResourceBundle;
import org.standardops.model.Fault;

/** Faults in the language of the caller: by code, else as they are, in English. */
public final class FaultTexts {

  private FaultTexts() {}

  public static List<Fault> in(Language language, List<Fault> faults) {
    return faults.stream()
        .map(
            fault ->
                new Fault(
                    fault.pointer(), fault.code(), of(language, fault.code(), fault.message())))
        .toList();
  }

  /** What a code says in this language; the message itself where nothing is known of the code. */
  public static String of(Language language, String code, String message) {
    if (language == Language.EN) {
      return message;
    }
    ResourceBundle texts = texts(language);
    return texts.containsKey(code) ? texts.getString(code).replace("{0}", message) : message;
  }

  private static ResourceBundle texts(Language language) {
    return ResourceBundle.getBundle(
        "org.standardops.rest.http.faults",
        language.locale(),
        FaultTexts.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
