package org.standardops.examples.walk;

import java.util.List;

/**
 * Addresses at the edge of the CDN.
 *
 * @param edge its address
 */
record Urls(String edge) {

  List<String> good() {
    return List.of(edge + "/", edge + "/game/version.json", edge + "/img/banner.png");
  }

  /** One that the origin does not have. */
  List<String> bad() {
    return List.of(edge + "/nothing-like-it.bin");
  }
}
