package org.standardops.engine.internal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.standardops.model.SealedText;

/**
 * Hides the secrets that a call got, in whatever it says: plain, URL-encoded, as base64 (also as
 * the part of a longer text, as in HTTP Basic), escaped in JSON. Thread-safe.
 */
final class Masking {

  /** Shorter values would mask half of every text and are no secrets. */
  private static final int SHORTEST = 4;

  /** In what an atom remembers for itself, a short secret would meet parts of ids by chance. */
  private static final int LONG = 8;

  private static final int SHORTEST_PART_OF_BASE64 = 6;
  private static final int SHORTEST_LINE = 16;
  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  private volatile List<String> forms = List.of();
  private volatile List<String> longForms = List.of();

  synchronized void add(String secret) {
    if (secret.length() >= SHORTEST) {
      Set<String> found = new TreeSet<>(LONGEST_FIRST);
      addForms(secret, found);
      secret.lines().filter(line -> line.length() >= SHORTEST_LINE).forEach(found::add);
      forms = with(forms, found);
      if (secret.length() >= LONG) {
        longForms = with(longForms, found);
      }
    }
  }

  private static List<String> with(List<String> forms, Set<String> more) {
    Set<String> all = new TreeSet<>(LONGEST_FIRST);
    all.addAll(forms);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static void addForms(String secret, Set<String> found) {
    found.add(secret);
    String inJson = new String(JsonStringEncoder.getInstance().quoteAsString(secret));
    found.add(inJson);
    found.add(new String(JsonStringEncoder.getInstance().quoteAsString(inJson)));
    found.add(inJson.replace("/", "\\/"));
    String inForm = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String inUrl = inForm.replace("+", "%20");
    found.addAll(List.of(inForm, inUrl, lowerHex(inForm), lowerHex(inUrl)));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    found.add(Base64.getEncoder().encodeToString(bytes));
    found.add(Base64.getUrlEncoder().encodeToString(bytes));
    for (int before = 0; before < 3; before++) {
      found.addAll(partsOfBase64(bytes, before));
    }
  }

  private static String lowerHex(String encoded) {
    StringBuilder lower = new StringBuilder(encoded);
    for (int at = lower.indexOf("%"); at >= 0; at = lower.indexOf("%", at + 1)) {
      lower.replace(at, at + 3, lower.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }
    return lower.toString();
  }

  /**
   * The characters that depend on the secret alone, in the base64 of a longer text.
   *
   * @param before how many bytes of the longer text share the first group of three
   */
  private static List<String> partsOfBase64(byte[] secret, int before) {
    byte[] shifted = new byte[before + secret.length];
    System.arraycopy(secret, 0, shifted, before, secret.length);
    int from = (before * 8 + 5) / 6;
    int to = shifted.length * 8 / 6;
    List<String> parts = new ArrayList<>();
    if (to - from >= SHORTEST_PART_OF_BASE64) {
      for (Base64.Encoder encoder : Arrays.asList(Base64.getEncoder(), Base64.getUrlEncoder())) {
        parts.add(encoder.withoutPadding().encodeToString(shifted).substring(from, to));
      }
    }
    return parts;
  }

  String mask(String text) {
    return mask(text, forms);
  }

  /** Every text and number in a JSON object. */
  Map<String, Object> mask(Map<String, Object> object) {
    return forms.isEmpty() ? object : object(object, forms);
  }

  /** As {@link #mask(Map)}, by secrets that are too long to be met by chance. */
  Map<String, Object> maskLong(Map<String, Object> object) {
    return longForms.isEmpty() ? object : object(object, longForms);
  }

  private static Map<String, Object> object(Map<?, ?> object, List<String> forms) {
    Map<String, Object> masked = new LinkedHashMap<>();
    object.forEach(
        (key, value) -> masked.put(mask(String.valueOf(key), forms), value(value, forms)));
    return masked;
  }

  private static Object value(Object value, List<String> forms) {
    if (value instanceof Map<?, ?> map) {
      return object(map, forms);
    }
    if (value instanceof List<?> list) {
      List<Object> masked = new ArrayList<>();
      list.forEach(element -> masked.add(value(element, forms)));
      return masked;
    }
    if (value == null || value instanceof Boolean) {
      return value;
    }
    String text = String.valueOf(value);
    String masked = mask(text, forms);
    return masked.equals(text) ? value : masked;
  }

  private static String mask(String text, List<String> forms) {
    String masked = text;
    for (String form : forms) {
      masked = masked.replace(form, SealedText.MASK);
    }
    return masked;
  }
}
