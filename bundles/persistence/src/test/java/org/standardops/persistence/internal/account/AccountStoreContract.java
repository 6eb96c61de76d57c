package org.standardops.persistence.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.Pages;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.Account;

abstract class AccountStoreContract extends DatabaseContract {

  private static final Instant CREATED = Instant.parse("2026-11-24T08:00:00.123456Z");

  private final JpaAccountStore store;

  AccountStoreContract(TestDatabase on) {
    super(on);
    store = new JpaAccountStore(on.tx());
  }

  @Test
  void findsWhatWasCreated() {
    Account ann = account("ann", 0, CREATED);

    assertThat(store.create(ann)).isTrue();

    assertThat(store.find("ann")).contains(ann);
    assertThat(store.find("bob")).isEmpty();
  }

  @Test
  void aNameIsTakenOnce() {
    store.create(account("ann", 0, CREATED));

    assertThat(store.create(new Account("ann", true, "x", true, CREATED, 7))).isFalse();

    assertThat(store.find("ann")).contains(account("ann", 0, CREATED));
  }

  @Test
  void replacesOnlyTheVersionThatWasSeen() {
    store.create(account("ann", 0, CREATED));
    Account changed = new Account("ann", false, "h2", false, CREATED, 0);

    assertThat(store.replace(changed)).isTrue();
    assertThat(store.replace(changed)).isFalse();

    assertThat(store.find("ann")).contains(new Account("ann", false, "h2", false, CREATED, 1));
  }

  @Test
  void ofTwoChangesOfOneVersionOneWins() throws Exception {
    store.create(account("ann", 0, CREATED));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Boolean> change = () -> store.replace(account("ann", 0, CREATED));
      List<Future<Boolean>> changes = threads.invokeAll(List.of(change, change));

      assertThat(List.of(changes.get(0).get(), changes.get(1).get()))
          .containsExactlyInAnyOrder(true, false);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void deletesOnlyTheVersionThatWasSeen() {
    store.create(account("ann", 3, CREATED));

    assertThat(store.delete("ann", 2)).isFalse();
    assertThat(store.delete("ann", 3)).isTrue();
    assertThat(store.find("ann")).isEmpty();
  }

  @Test
  void pagesNewestFirstWithoutGapsWhileAccountsAreCreated() {
    for (int n = 1; n <= 9; n++) {
      store.create(account("a" + n, 0, CREATED.plusSeconds(n / 3)));
    }
    AtomicInteger next = new AtomicInteger(100);

    List<Account> all =
        Pages.all(
            2,
            store::list,
            () ->
                store.create(
                    account("b" + next.get(), 0, CREATED.plusSeconds(next.getAndIncrement()))));

    assertThat(all)
        .extracting(Account::name)
        .containsExactly("a9", "a8", "a7", "a6", "a5", "a4", "a3", "a2", "a1");
  }

  @Test
  void refusesATextThatDoesNotFit() {
    Account tooLong = new Account("x".repeat(2000), false, "h", false, CREATED, 0);

    assertThatThrownBy(() -> store.create(tooLong))
        .isInstanceOfSatisfying(
            ProductException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID));
  }

  private static Account account(String name, long version, Instant created) {
    return new Account(name, false, "hash", true, created, version);
  }

  private static Account admin(String name, boolean platformAdmin, long version) {
    return new Account(name, platformAdmin, "hash", false, CREATED, version);
  }

  @Test
  void keepsTheLastPlatformAdmin() {
    store.create(admin("ann", true, 0));
    store.create(admin("bob", false, 0));

    assertThatThrownBy(() -> store.replace(admin("ann", false, 0))).hasMessageContaining("ann");
    assertThatThrownBy(() -> store.delete("ann", 0)).hasMessageContaining("ann");
    assertThat(store.replace(admin("bob", true, 0))).isTrue();
    assertThat(store.replace(admin("ann", false, 0))).isTrue();
    assertThat(store.delete("ann", 1)).isTrue();
  }

  @Test
  void ofTwoAdminsWhoEndEachOtherOneStays() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 5; round++) {
        on.clear();
        store.create(admin("ann", true, 0));
        store.create(admin("bob", true, 0));

        threads.invokeAll(
            List.of(() -> store.replace(admin("ann", false, 0)), () -> store.delete("bob", 0)));

        assertThat(List.of("ann", "bob"))
            .filteredOn(name -> store.find(name).map(Account::platformAdmin).orElse(false))
            .hasSize(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
