package org.standardops.rest.fake;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.standardops.security.Authentication;
import org.standardops.services.Caller;
import org.standardops.services.SignIn;
import org.standardops.services.port.TokenScope;

/**
 * Everyone has the same password; {@code admin} runs the server, {@code new} must change it. A
 * token is a name and scopes: {@code ann-READ-METRICS}.
 */
public final class FakeAuthentication implements Authentication {

  public static final String PASSWORD = "Grüße: 你好";

  private final Map<String, String> sessions = new ConcurrentHashMap<>();

  @Override
  public Optional<Caller> password(String name, char[] password, String address) {
    return PASSWORD.equals(new String(password))
        ? Optional.of(caller(name, address, SignIn.BASIC))
        : Optional.empty();
  }

  private static Caller caller(String name, String address, SignIn signIn) {
    return new Caller(name, name.equals("admin"), name.equals("new"), address, signIn);
  }

  @Override
  public Optional<TokenCaller> token(String secret, String address) {
    String[] words = secret.split("-");
    return words.length < 2
        ? Optional.empty()
        : Optional.of(
            new TokenCaller(
                caller(words[0], address, SignIn.TOKEN),
                Arrays.stream(words).skip(1).map(TokenScope::valueOf).collect(Collectors.toSet())));
  }

  @Override
  public Optional<SessionCaller> session(String secret, String address) {
    return Optional.ofNullable(sessions.get(secret))
        .map(name -> new SessionCaller(caller(name, address, SignIn.SESSION), "csrf of " + secret));
  }

  @Override
  public Optional<NewSession> beginSession(String name, char[] password, String address) {
    return password(name, password, address)
        .map(
            caller -> {
              String secret = "secret-" + sessions.size();
              sessions.put(secret, name);
              return new NewSession(secret, session(secret, address).orElseThrow());
            });
  }

  @Override
  public void endSession(String secret) {
    sessions.remove(secret);
  }
}
