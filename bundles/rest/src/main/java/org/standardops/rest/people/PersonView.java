package org.standardops.rest.people;

import java.time.Instant;
import org.standardops.platform.Person;
import org.standardops.services.AccountView;
import org.standardops.services.port.Account;

/** An account as the platform admin sees it. */
public record PersonView(
    String name,
    String displayName,
    String email,
    String phone,
    String wechat,
    boolean platformAdmin,
    boolean mustChangePassword,
    Instant createdAt) {

  static PersonView of(AccountView view) {
    Account account = view.account();
    Person person = view.person();
    return new PersonView(
        account.name(),
        person.displayName(),
        person.email(),
        person.phone(),
        person.wechat(),
        account.platformAdmin(),
        account.mustChangePassword(),
        account.createdAt());
  }
}
