package org.standardops.services.port;

import java.util.Map;

/**
 * An atom that a bundle brings; its version is the bundle's.
 *
 * @param name by language: {@code en}, {@code zh-CN}
 */
public record BroughtAtom(String code, Map<String, String> name) {
  public BroughtAtom {
    name = Map.copyOf(name);
  }
}
