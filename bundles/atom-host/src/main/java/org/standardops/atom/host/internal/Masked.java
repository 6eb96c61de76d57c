package org.standardops.atom.host.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.standardops.atom.Choice;
import org.standardops.model.SealedText;

/** Hides the secrets that an atom got while it looked choices up. Thread-safe. */
final class Masked {

  /** Shorter values would mask half of every text and are no secrets. */
  private static final int SHORTEST = 4;

  private final List<String> secrets = new CopyOnWriteArrayList<>();

  void add(String secret) {
    if (secret.length() >= SHORTEST) {
      secrets.add(secret);
    }
  }

  String mask(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, SealedText.MASK);
    }
    return masked;
  }

  Choice mask(Choice choice) {
    Object value = choice.value() instanceof String text ? mask(text) : choice.value();
    return new Choice(
        value,
        choice.labels().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, label -> mask(label.getValue()))));
  }
}
