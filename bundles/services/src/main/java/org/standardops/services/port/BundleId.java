package org.standardops.services.port;

import java.util.Optional;

/** Names an atom bundle; as text {@code org.standardops.atom.timer:1.0.0}. */
public record BundleId(String symbolicName, String version) {

  /** Empty where the text names no bundle. */
  public static Optional<BundleId> parse(String text) {
    int colon = text.lastIndexOf(':');
    return colon < 1 || colon == text.length() - 1
        ? Optional.empty()
        : Optional.of(new BundleId(text.substring(0, colon), text.substring(colon + 1)));
  }

  /** As sentences and {@link org.standardops.engine.port.AtomDescription#bundle()} have it. */
  public String words() {
    return symbolicName + " " + version;
  }

  @Override
  public String toString() {
    return symbolicName + ":" + version;
  }
}
