package org.standardops.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.security.Authentication.NewSession;
import org.standardops.security.Authentication.SessionCaller;
import org.standardops.services.Caller;
import org.standardops.services.SignIn;
import org.standardops.services.fake.InMemoryAccountStore;
import org.standardops.services.fake.InMemorySessionStore;
import org.standardops.services.fake.InMemoryTokenStore;
import org.standardops.services.fake.PlainPasswordHashing;
import org.standardops.services.fake.SettableClock;
import org.standardops.services.port.Account;
import org.standardops.services.port.OpaqueSecret;
import org.standardops.services.port.Token;
import org.standardops.services.port.TokenScope;

class SessionsAndTokensTest {

  private static final String HERE = "10.0.0.1";
  private static final String SECRET = "sops_secret";

  private final SettableClock clock = new SettableClock();
  private final InMemoryAccountStore accounts = new InMemoryAccountStore();
  private final InMemorySessionStore sessions = new InMemorySessionStore();
  private final InMemoryTokenStore tokens = new InMemoryTokenStore();
  private final AccountAuthentication authentication =
      new AccountAuthentication(accounts, new PlainPasswordHashing(), sessions, tokens, clock);

  SessionsAndTokensTest() {
    accounts.create(new Account("ann", true, "plain:secret", false, Instant.EPOCH, 1));
  }

  @Test
  void aSessionSaysWhoCallsAndKeepsItsCsrfToken() {
    NewSession begun = begin();

    assertThat(authentication.session(begun.secret(), HERE)).contains(begun.session());
    assertThat(begun.session().caller())
        .isEqualTo(new Caller("ann", true, false, HERE, SignIn.SESSION));
    assertThat(begun.session().csrfToken()).isNotEqualTo(begun.secret()).hasSizeGreaterThan(40);
    assertThat(authentication.session("another", HERE)).isEmpty();
  }

  @Test
  void wrongPasswordBeginsNoSession() {
    assertThat(authentication.beginSession("ann", "wrong".toCharArray(), HERE)).isEmpty();
    assertThat(sessions.size()).isZero();
  }

  @Test
  void aQuietSessionIsOver() {
    NewSession begun = begin();

    clock.advance(Sessions.QUIET.minusSeconds(1));
    assertThat(session(begun)).isPresent();
    clock.advance(Sessions.QUIET.minusSeconds(1));
    assertThat(session(begun)).isPresent();
    clock.advance(Sessions.QUIET);
    assertThat(session(begun)).isEmpty();
  }

  @Test
  void noSessionLastsLongerThanADay() {
    NewSession begun = begin();
    for (int hour = 1; hour < 24; hour++) {
      clock.advance(Duration.ofHours(1));
      assertThat(session(begun)).isPresent();
    }

    clock.advance(Duration.ofHours(1));

    assertThat(session(begun)).isEmpty();
  }

  @Test
  void forgetsOldSessionsWhenOneBegins() {
    begin();
    clock.advance(Sessions.QUIET.plusSeconds(1));
    begin();

    assertThat(sessions.size()).isEqualTo(1);
  }

  @Test
  void anEndedSessionIsOver() {
    NewSession begun = begin();

    authentication.endSession(begun.secret());

    assertThat(session(begun)).isEmpty();
  }

  @Test
  void aSessionOfAnAccountThatIsGoneIsOver() {
    NewSession begun = begin();
    accounts.create(new Account("root", true, "plain:other", false, Instant.EPOCH, 1));

    accounts.delete("ann", 1);

    assertThat(session(begun)).isEmpty();
  }

  @Test
  void aTokenIsAPlatformAdminsOnlyByItsScope() {
    token(Optional.empty(), TokenScope.WRITE);
    assertThat(authentication.token(SECRET, HERE).orElseThrow().caller())
        .isEqualTo(new Caller("ann", false, false, HERE, SignIn.TOKEN));

    tokens.delete("ann", "t1");
    token(Optional.empty(), TokenScope.WRITE, TokenScope.ADMIN);
    assertThat(authentication.token(SECRET, HERE).orElseThrow().caller().platformAdmin()).isTrue();
  }

  @Test
  void aTokenEndsWhenItExpires() {
    token(Optional.of(clock.instant().plusSeconds(60)), TokenScope.READ);
    assertThat(authentication.token(SECRET, HERE)).isPresent();

    clock.advance(Duration.ofSeconds(60));

    assertThat(authentication.token(SECRET, HERE)).isEmpty();
  }

  @Test
  void notesTheLastUseToTheMinute() {
    token(Optional.empty(), TokenScope.READ);
    Instant first = clock.instant();

    authentication.token(SECRET, HERE);
    clock.advance(Duration.ofSeconds(59));
    authentication.token(SECRET, HERE);
    assertThat(tokens.of("ann").get(0).usedAt()).contains(first);

    clock.advance(Duration.ofSeconds(1));
    authentication.token(SECRET, HERE);
    assertThat(tokens.of("ann").get(0).usedAt()).contains(clock.instant());
  }

  private NewSession begin() {
    return authentication.beginSession("ann", "secret".toCharArray(), HERE).orElseThrow();
  }

  private Optional<SessionCaller> session(NewSession begun) {
    return authentication.session(begun.secret(), HERE);
  }

  private void token(Optional<Instant> expiresAt, TokenScope... scopes) {
    tokens.create(
        new Token(
            "t1",
            new OpaqueSecret(SECRET).hash(),
            "ann",
            "ci",
            "sops_s",
            Set.of(scopes),
            Instant.EPOCH,
            expiresAt,
            Optional.empty()));
  }
}
