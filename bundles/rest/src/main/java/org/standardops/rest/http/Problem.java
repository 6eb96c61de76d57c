package org.standardops.rest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;

/**
 * A refusal as RFC 9457 has it.
 *
 * @param errors every fault of bad input; left out where there is none
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(ErrorCode code, String detail, List<Fault> faults, Language language) {
    return new Problem(
        "urn:standardops:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        titles(language).getString(code.name()),
        code.kind().status(),
        FaultTexts.of(language, "detail." + code.name(), detail),
        code.name(),
        FaultTexts.in(language, faults));
  }

  private static ResourceBundle titles(Language language) {
    return ResourceBundle.getBundle(
        "org.standardops.rest.http.titles",
        language.locale(),
        Problem.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
