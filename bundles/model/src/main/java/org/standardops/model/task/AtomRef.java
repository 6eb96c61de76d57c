package org.standardops.model.task;

/**
 * One version of an atom.
 *
 * @param code such as {@code tencent-cdn-prefetch}
 * @param version of its bundle, such as {@code 1.0.0}
 */
public record AtomRef(String code, String version) {

  @Override
  public String toString() {
    return code + " " + version;
  }
}
