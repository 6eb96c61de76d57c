package org.standardops.rest.http;

import java.util.List;
import java.util.Locale;

/** The languages that people are spoken to in. */
public enum Language {
  EN(Locale.ENGLISH),
  ZH_CN(Locale.SIMPLIFIED_CHINESE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** Such as {@code zh-CN}. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /**
   * The first wish that can be granted; English where none can.
   *
   * @param acceptLanguage the header; null where it was not sent
   */
  public static Language of(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return EN;
    }
    List<Locale.LanguageRange> wishes;
    try {
      wishes = Locale.LanguageRange.parse(acceptLanguage);
    } catch (IllegalArgumentException e) {
      return EN;
    }
    for (Locale.LanguageRange wish : wishes) {
      String language = wish.getRange().split("-")[0];
      if (wish.getWeight() > 0 && language.equals("zh")) {
        return ZH_CN;
      }
      if (wish.getWeight() > 0 && language.equals("en")) {
        return EN;
      }
    }
    return EN;
  }
}
