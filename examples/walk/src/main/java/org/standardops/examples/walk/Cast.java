package org.standardops.examples.walk;

/**
 * The business and its people: ann is business admin, fay becomes a follower, eve runs a light app.
 *
 * @param walk tells their names apart from those of another walk
 */
record Cast(String business, Client asAnn, Client asFay, Client asEve, String walk) {

  String ann() {
    return "ann-" + walk;
  }

  String fay() {
    return "fay-" + walk;
  }

  String eve() {
    return "eve-" + walk;
  }
}
