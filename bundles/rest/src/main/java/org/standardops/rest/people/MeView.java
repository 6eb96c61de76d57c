package org.standardops.rest.people;

import java.util.List;
import org.standardops.services.PeopleService;

/** A person, as it sees itself. */
public record MeView(
    String name,
    String displayName,
    boolean platformAdmin,
    boolean mustChangePassword,
    List<RoleView> businesses) {

  /** A role that a person has in a business. */
  public record RoleView(String id, String name, PeopleService.Role role) {}

  static MeView of(PeopleService.Me me) {
    return new MeView(
        me.name(),
        me.displayName(),
        me.platformAdmin(),
        me.mustChangePassword(),
        me.businesses().stream()
            .map(role -> new RoleView(role.id().value(), role.name(), role.role()))
            .toList());
  }
}
