package org.standardops.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.standardops.services.Caller;
import org.standardops.services.fake.InMemoryAccountStore;
import org.standardops.services.fake.InMemorySessionStore;
import org.standardops.services.fake.InMemoryTokenStore;
import org.standardops.services.fake.PlainPasswordHashing;
import org.standardops.services.fake.SettableClock;
import org.standardops.services.port.Account;

class AccountAuthenticationTest {

  private final SettableClock clock = new SettableClock();
  private final InMemoryAccountStore accounts = new InMemoryAccountStore();
  private final PlainPasswordHashing hashing = new PlainPasswordHashing();
  private final AccountAuthentication authentication =
      new AccountAuthentication(
          accounts, hashing, new InMemorySessionStore(), new InMemoryTokenStore(), clock);

  AccountAuthenticationTest() {
    accounts.create(account("ann", "secret", 1));
  }

  @Test
  void knowsWhoGivesTheRightPassword() {
    assertThat(signIn("secret")).contains(new Caller("ann", true, false, "10.0.0.1"));
    assertThat(signIn("other")).isEmpty();
  }

  @Test
  void paysTheSlowHashOnceAMinute() {
    signIn("secret");
    signIn("secret");
    assertThat(hashing.checks()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(60));
    assertThat(signIn("secret")).isPresent();
    assertThat(hashing.checks()).isEqualTo(2);
  }

  @Test
  void paysTheSlowHashOnceForManyAtTheSameTime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Optional<Caller>> call = () -> signIn("secret");
      List<Future<Optional<Caller>>> answers =
          threads.invokeAll(IntStream.range(0, 32).mapToObj(i -> call).toList());

      for (Future<Optional<Caller>> answer : answers) {
        assertThat(answer.get()).isPresent();
      }
      assertThat(hashing.checks()).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void doesNotTakeAnotherPasswordForTheRememberedOne() {
    signIn("secret");

    assertThat(signIn("other")).isEmpty();
  }

  @Test
  void forgetsAtOnceWhatHasChanged() {
    signIn("secret");
    accounts.replace(account("ann", "changed", 1));

    assertThat(signIn("secret")).isEmpty();
    assertThat(signIn("changed")).isPresent();
  }

  @Test
  void forgetsAnAccountThatWasMadeAnewUnderTheSameName() {
    signIn("secret");
    accounts.create(account("root", "other", 1));
    accounts.delete("ann", 1);
    assertThat(signIn("secret")).isEmpty();

    accounts.create(account("ann", "another", 1));
    assertThat(signIn("secret")).isEmpty();
  }

  @Test
  void takesAsLongForANameThatDoesNotExist() {
    authentication.password("nobody", "secret".toCharArray(), "10.0.0.1");

    assertThat(hashing.checks()).isEqualTo(1);
  }

  @Test
  void locksOutAfterRepeatedFailuresForLongerEachTime() {
    fail(5);
    assertThat(signIn("secret")).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    fail(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(signIn("secret")).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(signIn("secret")).isPresent();
    fail(4);
    assertThat(signIn("secret")).isPresent();
  }

  @Test
  void asksForNoHashWhileLockedOut() {
    fail(5);
    signIn("secret");
    signIn("guess");

    assertThat(hashing.checks()).isEqualTo(5);
  }

  @Test
  void locksOutForAQuarterOfAnHourAtMost() {
    for (int i = 0; i < 40; i++) {
      fail(1);
      clock.advance(Duration.ofMinutes(15));
    }

    assertThat(signIn("secret")).isPresent();
  }

  @Test
  void locksNobodyOutFromAnotherAddress() {
    fail(5);

    assertThat(authentication.password("ann", "secret".toCharArray(), "10.0.0.2")).isPresent();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(signIn("wrong")).isEmpty();
    }
  }

  private Optional<Caller> signIn(String password) {
    return authentication.password("ann", password.toCharArray(), "10.0.0.1");
  }

  private static Account account(String name, String password, long version) {
    return new Account(name, true, "plain:" + password, false, Instant.EPOCH, version);
  }
}
