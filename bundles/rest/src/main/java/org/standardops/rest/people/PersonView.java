package org.standardops.rest.people;

import java.time.Instant;
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

  static PersonView of(Account account) {
    return new PersonView(
        account.name(),
        account.displayName(),
        account.email(),
        account.phone(),
        account.wechat(),
        account.platformAdmin(),
        account.mustChangePassword(),
        account.createdAt());
  }
}
