package org.standardops.rest.http;

import java.util.List;
import java.util.ResourceBundle;
import org.standardops.model.Fault;
import org.standardops.services.Warning;

/**
 * What is said to people in the language of the caller: by the sentence, else by its code with the
 * English sentence behind it.
 */
public final class FaultTexts {

  private static final Sentences CHINESE = Sentences.load(Language.ZH_CN);

  private FaultTexts() {}

  public static List<Fault> in(Language language, List<Fault> faults) {
    return faults.stream()
        .map(
            fault ->
                new Fault(
                    fault.pointer(), fault.code(), of(language, fault.code(), fault.message())))
        .toList();
  }

  public static List<Warning> warnings(Language language, List<Warning> warnings) {
    return warnings.stream()
        .map(
            warning ->
                new Warning(
                    warning.pointer(),
                    warning.code(),
                    of(language, warning.code(), warning.message())))
        .toList();
  }

  /** An English sentence that has no code; as it is where there is no other for it. */
  public static String of(Language language, String sentence) {
    return language == Language.EN ? sentence : CHINESE.translate(sentence).orElse(sentence);
  }

  static String of(Language language, String code, String message) {
    return language == Language.EN
        ? message
        : CHINESE.translate(message).orElseGet(() -> byCode(language, code, message));
  }

  private static String byCode(Language language, String code, String message) {
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
