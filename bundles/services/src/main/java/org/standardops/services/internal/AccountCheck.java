package org.standardops.services.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.standardops.model.Fault;
import org.standardops.model.TextLimit;
import org.standardops.services.PeopleService.AccountInput;

/** What an account must be like. */
final class AccountCheck {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private AccountCheck() {}

  static List<Fault> check(AccountInput input) {
    List<Fault> faults = new ArrayList<>();
    if (!NAME.matcher(input.name()).matches()) {
      faults.add(
          new Fault("/name", "INVALID_NAME", "A name is 1 to 64 letters, digits, . _ and -."));
    }
    faults.addAll(TextLimit.line(128).check("/displayName", input.displayName()));
    faults.addAll(TextLimit.line(254).check("/email", input.email()));
    if (!input.email().isEmpty() && !EMAIL.matcher(input.email()).matches()) {
      faults.add(new Fault("/email", "INVALID_VALUE", "This is no e-mail address."));
    }
    faults.addAll(TextLimit.line(64).check("/phone", input.phone()));
    faults.addAll(TextLimit.line(64).check("/wechat", input.wechat()));
    input
        .password()
        .ifPresent(
            password -> faults.addAll(PasswordRules.check("/password", input.name(), password)));
    return faults;
  }
}
