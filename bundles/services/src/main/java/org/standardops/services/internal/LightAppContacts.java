package org.standardops.services.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.standardops.services.LightAppRun.Contact;
import org.standardops.services.port.Account;
import org.standardops.services.port.AccountStore;
import org.standardops.services.port.LightApp;

/** People by the names that others call them. */
record LightAppContacts(AccountStore accounts) {

  List<Contact> of(LightApp app) {
    return app.form().contacts().stream().map(this::contact).toList();
  }

  /** For a sentence. */
  String inWords(LightApp app) {
    return of(app).stream().map(Contact::displayName).collect(Collectors.joining(", "));
  }

  /** What somebody is called; the name of the account where it is gone. */
  String displayName(String name) {
    return contact(name).displayName();
  }

  private Contact contact(String name) {
    return new Contact(
        name, accounts.find(name).map(Account::displayName).filter(d -> !d.isBlank()).orElse(name));
  }
}
