package org.standardops.services.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.platform.Person;
import org.standardops.services.LightAppRun.Contact;
import org.standardops.services.port.LightApp;

/** Who looks after a light app, by the names that others call them. */
record LightAppContacts(ConfigurationPlatform platform) {

  List<Contact> of(LightApp app) {
    List<String> names = app.form().contacts();
    Map<String, Person> known =
        platform.people(names).stream()
            .collect(Collectors.toMap(Person::name, Function.identity()));
    return names.stream()
        .map(name -> contact(known.getOrDefault(name, Person.named(name))))
        .toList();
  }

  /** For a sentence. */
  String inWords(LightApp app) {
    return of(app).stream().map(Contact::displayName).collect(Collectors.joining(", "));
  }

  /** What somebody is called; the bare name of whoever is not known. */
  String displayName(String name) {
    return contact(platform.person(name).orElseGet(() -> Person.named(name))).displayName();
  }

  private static Contact contact(Person person) {
    return new Contact(
        person.name(), person.displayName().isBlank() ? person.name() : person.displayName());
  }
}
