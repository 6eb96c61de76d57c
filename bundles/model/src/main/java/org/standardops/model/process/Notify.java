package org.standardops.model.process;

import java.util.List;

/**
 * Who is told what, and by which channel.
 *
 * @param people names of persons
 * @param roles all who hold one of these in the business
 * @param starter whoever started the task, too
 */
public record Notify(
    List<On> on, List<Channel> by, List<String> people, List<Role> roles, boolean starter) {

  public Notify {
    on = List.copyOf(on);
    by = List.copyOf(by);
    people = List.copyOf(people);
    roles = List.copyOf(roles);
  }

  /** What is told. */
  public enum On {
    SUCCESS,
    FAILURE,
    ATTENTION
  }

  /** How it is told. */
  public enum Channel {
    EMAIL,
    WECHAT,
    SMS
  }

  /** A role of a business. */
  public enum Role {
    BUSINESS_ADMIN,
    BUSINESS_FOLLOWER
  }
}
