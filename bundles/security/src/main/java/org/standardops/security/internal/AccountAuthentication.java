package org.standardops.security.internal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.security.Authentication;
import org.standardops.services.Caller;
import org.standardops.services.SignIn;
import org.standardops.services.port.Account;
import org.standardops.services.port.AccountStore;
import org.standardops.services.port.OpaqueSecret;
import org.standardops.services.port.PasswordHashing;
import org.standardops.services.port.SessionStore;
import org.standardops.services.port.Token;
import org.standardops.services.port.TokenScope;
import org.standardops.services.port.TokenStore;

/**
 * Holds names and passwords, sessions and tokens against the local accounts. The account is read at
 * every call, so that whatever changed is true at once; only the slow hash is spared. A name that
 * does not exist takes as long as a wrong password.
 */
@Component
public final class AccountAuthentication implements Authentication {

  private static final Logger LOG = LoggerFactory.getLogger(AccountAuthentication.class);

  private static final int TURNS = 64;

  private final AccountStore accounts;
  private final PasswordHashing hashing;
  private final Sessions sessions;
  private final Tokens tokens;
  private final RememberedPasswords remembered;
  private final FailedSignIns failures;
  private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();
  private volatile Optional<String> nobodysHash = Optional.empty();

  @Activate
  public AccountAuthentication(
      @Reference AccountStore accounts,
      @Reference PasswordHashing hashing,
      @Reference SessionStore sessions,
      @Reference TokenStore tokens) {
    this(accounts, hashing, sessions, tokens, InstantSource.system());
  }

  AccountAuthentication(
      AccountStore accounts,
      PasswordHashing hashing,
      SessionStore sessions,
      TokenStore tokens,
      InstantSource clock) {
    this.sessions = new Sessions(sessions, clock);
    this.tokens = new Tokens(tokens, clock);
    this.accounts = accounts;
    this.hashing = hashing;
    this.remembered = new RememberedPasswords(clock);
    this.failures = new FailedSignIns(clock);
  }

  @Override
  public Optional<Caller> password(String name, char[] password, String address) {
    if (failures.isLockedOut(name, address)) {
      return Optional.empty();
    }
    Optional<Account> account = accounts.find(name);
    if (account.isPresent() && remembered.isRemembered(account.get(), password)) {
      return account.map(known -> caller(known, address));
    }
    // One slow hash per account at a time: the calls that wait find it remembered, and guesses
    // cannot slip past the lock-out side by side.
    synchronized (turns[Math.floorMod(name.hashCode(), TURNS)]) {
      return slowly(name, account, password, address);
    }
  }

  private Optional<Caller> slowly(
      String name, Optional<Account> account, char[] password, String address) {
    if (failures.isLockedOut(name, address)) {
      return Optional.empty();
    }
    if (account.isPresent() && remembered.isRemembered(account.get(), password)) {
      return account.map(known -> caller(known, address));
    }
    boolean fits =
        hashing.matches(password, account.map(Account::passwordHash).orElseGet(this::nobodysHash));
    if (!fits || account.isEmpty()) {
      if (failures.failed(name, address)) {
        LOG.warn(
            "Sign-ins as an account from address {} failed repeatedly and are locked out for a"
                + " while; if nobody there forgot a password, block that address.",
            address);
      }
      return Optional.empty();
    }
    failures.succeeded(name, address);
    remembered.remember(account.get(), password);
    return account.map(known -> caller(known, address));
  }

  private String nobodysHash() {
    if (nobodysHash.isEmpty()) {
      nobodysHash = Optional.of(hashing.hash("nobody's password".toCharArray()));
    }
    return nobodysHash.get();
  }

  @Override
  public Optional<TokenCaller> token(String secret, String address) {
    return tokens
        .find(new OpaqueSecret(secret))
        .flatMap(
            token -> accounts.find(token.account()).map(of -> tokenCaller(of, token, address)));
  }

  private static TokenCaller tokenCaller(Account account, Token token, String address) {
    boolean admin = account.platformAdmin() && token.scopes().contains(TokenScope.ADMIN);
    boolean metrics = account.platformAdmin() && token.scopes().contains(TokenScope.METRICS);
    return new TokenCaller(
        new Caller(
            account.name(),
            admin,
            account.mustChangePassword(),
            address,
            SignIn.TOKEN,
            admin || metrics),
        token.scopes());
  }

  @Override
  public Optional<SessionCaller> session(String secret, String address) {
    OpaqueSecret known = new OpaqueSecret(secret);
    return sessions
        .account(known)
        .flatMap(accounts::find)
        .map(account -> sessionCaller(account, known, address));
  }

  private static SessionCaller sessionCaller(Account account, OpaqueSecret secret, String address) {
    return new SessionCaller(
        caller(account, address, SignIn.SESSION), secret.derived("X-CSRF-Token"));
  }

  @Override
  public Optional<NewSession> beginSession(String name, char[] password, String address) {
    return password(name, password, address)
        .flatMap(caller -> accounts.find(caller.name()))
        .map(
            account -> {
              OpaqueSecret secret = sessions.begin(account.name());
              return new NewSession(secret.text(), sessionCaller(account, secret, address));
            });
  }

  @Override
  public void endSession(String secret) {
    sessions.end(new OpaqueSecret(secret));
  }

  private static Caller caller(Account account, String address) {
    return caller(account, address, SignIn.BASIC);
  }

  private static Caller caller(Account account, String address, SignIn signIn) {
    return new Caller(
        account.name(), account.platformAdmin(), account.mustChangePassword(), address, signIn);
  }
}
