package org.standardops.rest.fake;

import java.util.Optional;
import org.standardops.security.Authentication;
import org.standardops.services.Caller;

/** Everyone has the same password; {@code admin} runs the server, {@code new} must change it. */
public final class FakeAuthentication implements Authentication {

  public static final String PASSWORD = "Grüße: 你好";

  @Override
  public Optional<Caller> password(String name, char[] password, String address) {
    return PASSWORD.equals(new String(password))
        ? Optional.of(new Caller(name, name.equals("admin"), name.equals("new"), address))
        : Optional.empty();
  }
}
