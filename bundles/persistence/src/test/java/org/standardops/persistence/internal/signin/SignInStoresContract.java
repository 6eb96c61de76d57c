package org.standardops.persistence.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.persistence.internal.account.JpaAccountStore;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.Account;
import org.standardops.services.port.OpaqueSecret;
import org.standardops.services.port.Session;
import org.standardops.services.port.Token;
import org.standardops.services.port.TokenScope;

abstract class SignInStoresContract extends DatabaseContract {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

  private final JpaSessionStore sessions;
  private final JpaTokenStore tokens;
  private final JpaAccountStore accounts;

  SignInStoresContract(TestDatabase on) {
    super(on);
    sessions = new JpaSessionStore(on.tx());
    tokens = new JpaTokenStore(on.tx());
    accounts = new JpaAccountStore(on.tx());
  }

  @Test
  void findsASessionUntilItEnds() {
    Session session = session("ann", "s1", NOON);
    sessions.begin(session);

    assertThat(sessions.find(session.secretHash())).contains(session);
    sessions.seen(session.secretHash(), NOON.plusSeconds(90));
    assertThat(sessions.find(session.secretHash()))
        .map(Session::seenAt)
        .contains(NOON.plusSeconds(90));
    sessions.end(session.secretHash());
    assertThat(sessions.find(session.secretHash())).isEmpty();
  }

  @Test
  void forgetsWhatWasBegunOrSeenTooLongAgo() {
    Session old = session("ann", "old", NOON.minusSeconds(100));
    Session quiet = session("ann", "quiet", NOON.minusSeconds(50));
    Session lively = session("ann", "lively", NOON);
    sessions.begin(old);
    sessions.begin(quiet);
    sessions.begin(lively);
    sessions.seen(old.secretHash(), NOON);

    sessions.forget(NOON.minusSeconds(99), NOON.minusSeconds(49));

    assertThat(sessions.find(old.secretHash())).isEmpty();
    assertThat(sessions.find(quiet.secretHash())).isEmpty();
    assertThat(sessions.find(lively.secretHash())).isPresent();
  }

  @Test
  void findsATokenByItsHashAndAccount() {
    Token one = token("ann", "t1", NOON, Optional.of(NOON.plusSeconds(60)));
    Token two = token("ann", "t2", NOON.plusSeconds(1), Optional.empty());
    tokens.create(one);
    tokens.create(two);

    assertThat(tokens.find(one.secretHash())).contains(one);
    assertThat(tokens.of("ann")).containsExactly(two, one);
    assertThat(tokens.of("bob")).isEmpty();
    tokens.used("t1", NOON.plusSeconds(5));
    assertThat(tokens.find(one.secretHash())).flatMap(Token::usedAt).contains(NOON.plusSeconds(5));
    assertThat(tokens.delete("bob", "t1")).isFalse();
    assertThat(tokens.delete("ann", "t1")).isTrue();
    assertThat(tokens.find(one.secretHash())).isEmpty();
  }

  @Test
  void anotherPasswordEndsTheSessionsOfItsAccountAlone() {
    accounts.create(account("ann", "h1", 1));
    Session anns = session("ann", "s1", NOON);
    Session bobs = session("bob", "s2", NOON);
    sessions.begin(anns);
    sessions.begin(bobs);

    accounts.replace(account("ann", "h1", 1));
    assertThat(sessions.find(anns.secretHash())).isPresent();
    accounts.replace(account("ann", "h2", 2));

    assertThat(sessions.find(anns.secretHash())).isEmpty();
    assertThat(sessions.find(bobs.secretHash())).isPresent();
  }

  @Test
  void anAccountTakesItsSessionsAndTokensAlong() {
    accounts.create(account("ann", "h1", 1));
    Session session = session("ann", "s1", NOON);
    sessions.begin(session);
    tokens.create(token("ann", "t1", NOON, Optional.empty()));

    assertThat(accounts.delete("ann", 1)).isTrue();

    assertThat(sessions.find(session.secretHash())).isEmpty();
    assertThat(tokens.of("ann")).isEmpty();
  }

  private static Session session(String account, String secret, Instant begun) {
    return new Session(new OpaqueSecret(secret).hash(), account, begun, begun);
  }

  private static Token token(
      String account, String id, Instant created, Optional<Instant> expiresAt) {
    return new Token(
        id,
        new OpaqueSecret(id).hash(),
        account,
        "CI",
        "sops_",
        Set.of(TokenScope.READ, TokenScope.METRICS),
        created,
        expiresAt,
        Optional.empty());
  }

  private static Account account(String name, String hash, long version) {
    return new Account(name, false, hash, false, NOON, version);
  }
}
