package org.standardops.rest.people;

import java.util.List;
import java.util.Optional;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.services.PeopleService.AccountInput;

/** An account as the platform admin sends it. */
record PersonInput(
    Optional<String> name,
    Optional<String> displayName,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> wechat,
    boolean platformAdmin,
    Optional<char[]> password,
    boolean mustChangePassword) {

  /** For an account of this name, which the input may repeat but not change. */
  AccountInput forAccount(String account) {
    if (!name.orElse(account).equals(account)) {
      throw ProductException.invalid(
          List.of(
              new Fault(
                  "/name",
                  "INVALID_VALUE",
                  "A name never changes; this account is " + account + ".")));
    }
    return new AccountInput(
        account,
        displayName.orElse(account),
        email.orElse(""),
        phone.orElse(""),
        wechat.orElse(""),
        platformAdmin,
        password,
        mustChangePassword);
  }
}
