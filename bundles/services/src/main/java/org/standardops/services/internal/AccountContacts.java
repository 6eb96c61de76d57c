package org.standardops.services.internal;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.services.port.AccountStore;
import org.standardops.services.port.Contacts;

/** Addresses as accounts have them. */
@Component
public final class AccountContacts implements Contacts {

  private final AccountStore accounts;

  @Activate
  public AccountContacts(@Reference AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<Contact> find(String person) {
    return accounts
        .find(person)
        .map(
            account ->
                new Contact(
                    account.displayName(), account.email(), account.phone(), account.wechat()));
  }
}
