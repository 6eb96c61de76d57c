package org.standardops.services.internal;

import java.nio.CharBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.standardops.model.Fault;

/**
 * What a password must be: 8 to 200 characters, none of the most common ones, not the account's
 * name. Length counts, kinds of characters do not.
 */
final class PasswordRules {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 200;

  private static final Set<String> COMMON =
      Set.of(
          "password",
          "password1",
          "password12",
          "password123",
          "passw0rd",
          "p@ssw0rd",
          "12345678",
          "123456789",
          "1234567890",
          "87654321",
          "11111111",
          "00000000",
          "88888888",
          "qwertyui",
          "qwertyuiop",
          "1q2w3e4r",
          "1qaz2wsx",
          "abcd1234",
          "iloveyou",
          "sunshine",
          "football",
          "baseball",
          "princess",
          "administrator",
          "admin123",
          "admin1234",
          "letmein1",
          "changeme",
          "changeit",
          "welcome1",
          "standardops");

  private PasswordRules() {}

  /** At most one fault; the password is in none. */
  static List<Fault> check(String pointer, String account, char[] password) {
    String text = CharBuffer.wrap(password).toString();
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      return List.of(
          new Fault(
              pointer,
              text.length() < SHORTEST ? "TOO_SHORT" : "TOO_LONG",
              "A password has " + SHORTEST + " to " + LONGEST + " characters."));
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (COMMON.contains(lower) || lower.equals(account.toLowerCase(Locale.ROOT))) {
      return List.of(
          new Fault(pointer, "TOO_COMMON", "This password is among the first ones to be guessed."));
    }
    return List.of();
  }
}
