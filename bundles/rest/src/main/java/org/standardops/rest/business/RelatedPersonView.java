package org.standardops.rest.business;

import org.standardops.platform.Person;

/** A person in the personnel selector; how to reach it is the platform admin's to see. */
public record RelatedPersonView(String name, String displayName) {

  static RelatedPersonView of(Person person) {
    return new RelatedPersonView(person.name(), person.displayName());
  }
}
