package org.standardops.web.errors;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * A status of the web server's own, with the code that the API uses for it.
 *
 * @param status the HTTP status, 400 or more
 * @param code a word for programs
 */
record Refusal(int status, String code) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Refusal of(int status) {
    String code =
        switch (status) {
          case 404 -> "NOT_FOUND";
          case 405 -> "METHOD_NOT_ALLOWED";
          case 413, 414, 431 -> "TOO_LARGE";
          case 503 -> "UNAVAILABLE";
          default -> status < 500 ? "UNREADABLE" : "INTERNAL";
        };
    return new Refusal(status, code);
  }

  /** English, unless Chinese is asked for first. */
  static Locale language(String acceptLanguage) {
    return Optional.ofNullable(acceptLanguage)
        .filter(wanted -> wanted.toLowerCase(Locale.ROOT).startsWith("zh"))
        .map(wanted -> Locale.SIMPLIFIED_CHINESE)
        .orElse(Locale.ENGLISH);
  }

  String json(Locale language) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            Refusal.class.getPackageName() + ".refusals",
            language,
            Refusal.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return """
        {"type":"urn:standardops:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s"}"""
        .formatted(
            code.toLowerCase(Locale.ROOT).replace('_', '-'),
            texts.getString(code + ".title"),
            status,
            texts.getString(code + ".detail"),
            code);
  }
}
