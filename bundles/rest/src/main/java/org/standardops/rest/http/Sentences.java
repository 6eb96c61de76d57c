package org.standardops.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What is said to people, from English into another language: a catalogue of English sentences,
 * with {@code {0}} for what stands in them, and the same sentences in the other language. {@code
 * {0*}} there means that what stands in the place is to be said in that language, too. Whoever
 * refuses something writes plain English and knows nothing of languages. Thread-safe.
 */
final class Sentences {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(\\*?)}");

  /** Of two that fit, the longer one; of these the one that takes the end, not the beginning. */
  private static final Comparator<Sentence> MOST_TELLING_FIRST =
      Comparator.comparing(Sentence::length)
          .reversed()
          .thenComparing(sentence -> sentence.around().get(0).length())
          .thenComparing(sentence -> String.join("", sentence.around()));

  private final Map<String, String> whole = new HashMap<>();
  private final List<Sentence> withPlaces = new ArrayList<>();

  Sentences(Map<String, String> catalogue) {
    catalogue.forEach(
        (english, other) -> {
          if (PLACE.matcher(english).find()) {
            withPlaces.add(new Sentence(List.of(PLACE.split(english, -1)), other));
          } else {
            whole.put(english, other);
          }
        });
    withPlaces.sort(MOST_TELLING_FIRST);
  }

  /** The catalogue of a language other than English. */
  static Sentences load(Language language) {
    String file = "sentences_" + language.locale() + ".yaml";
    try (InputStream in = Sentences.class.getResourceAsStream(file)) {
      return new Sentences(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
    } catch (IOException e) {
      throw new UncheckedIOException("The catalogue " + file + " is unreadable.", e);
    }
  }

  /** The same in the other language; empty where the catalogue does not have it. */
  Optional<String> translate(String english) {
    return Optional.ofNullable(whole.get(english))
        .or(
            () ->
                withPlaces.stream()
                    .flatMap(sentence -> said(sentence, english).stream())
                    .findFirst());
  }

  private Optional<String> said(Sentence sentence, String english) {
    return sentence
        .places(english)
        .map(
            places ->
                PLACE
                    .matcher(sentence.other())
                    .replaceAll(place -> Matcher.quoteReplacement(place(places, place))));
  }

  private String place(List<String> places, MatchResult place) {
    String text = places.get(Integer.parseInt(place.group(1)));
    return place.group(2).isEmpty() ? text : translate(text).orElse(text);
  }

  /**
   * A sentence with places in it.
   *
   * @param around the English text before, between and after its places, which are numbered in turn
   */
  private record Sentence(List<String> around, String other) {

    Sentence {
      Matcher named = PLACE.matcher(other);
      while (named.find()) {
        if (Integer.parseInt(named.group(1)) > around.size() - 2) {
          throw new IllegalArgumentException("There is no such place for '" + other + "'.");
        }
      }
    }

    int length() {
      return String.join("", around).length();
    }

    /** What stands in the places of a text; empty where it is another sentence. */
    Optional<List<String>> places(String text) {
      String end = around.get(around.size() - 1);
      if (!text.startsWith(around.get(0)) || !text.endsWith(end)) {
        return Optional.empty();
      }
      List<String> places = new ArrayList<>();
      int at = around.get(0).length();
      int last = text.length() - end.length();
      for (String next : around.subList(1, around.size() - 1)) {
        int found = text.indexOf(next, at);
        if (found < 0) {
          return Optional.empty();
        }
        places.add(text.substring(at, found));
        at = found + next.length();
      }
      if (at > last) {
        return Optional.empty();
      }
      places.add(text.substring(at, last));
      return Optional.of(places);
    }
  }
}
