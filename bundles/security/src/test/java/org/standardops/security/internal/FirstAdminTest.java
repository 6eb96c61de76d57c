package org.standardops.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.standardops.services.fake.InMemoryAccountStore;
import org.standardops.services.fake.PlainPasswordHashing;
import org.standardops.services.fake.SettableClock;
import org.standardops.services.port.Account;

class FirstAdminTest {

  @TempDir private Path folder;

  private final InMemoryAccountStore accounts = new InMemoryAccountStore();
  private final PlainPasswordHashing hashing = new PlainPasswordHashing();
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("first-password");
  }

  @Test
  void generatesAPasswordThatMustBeChanged() throws IOException {
    admin(Optional.empty()).make();

    String password = Files.readString(file).strip();
    Account account = accounts.find("admin").orElseThrow();
    assertThat(password).hasSize(20);
    assertThat(account.passwordHash()).isEqualTo("plain:" + password);
    assertThat(account.platformAdmin()).isTrue();
    assertThat(account.mustChangePassword()).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void takesTheConfiguredPasswordAndWritesItNowhere() {
    admin(Optional.of("from outside")).make();

    assertThat(accounts.find("admin").orElseThrow())
        .satisfies(
            account -> {
              assertThat(account.passwordHash()).isEqualTo("plain:from outside");
              assertThat(account.mustChangePassword()).isFalse();
            });
    assertThat(file).doesNotExist();
  }

  @Test
  void makesNoSecondAccount() throws IOException {
    admin(Optional.empty()).make();
    String password = Files.readString(file);

    admin(Optional.empty()).make();
    admin(Optional.of("from outside")).make();

    assertThat(file).hasContent(password);
    assertThat(accounts.find("admin").orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void removesTheFileWhenThatPasswordWasChanged() {
    FirstAdmin admin = admin(Optional.empty());
    admin.make();

    admin.passwordChanged("somebody");
    assertThat(file).exists();
    admin.passwordChanged("admin");
    assertThat(file).doesNotExist();
  }

  @Test
  void removesAtTheStartWhatIsOutdated() {
    admin(Optional.empty()).make();
    Account before = accounts.find("admin").orElseThrow();
    accounts.create(new Account("other", true, "plain:x", false, before.createdAt(), 1));
    accounts.delete("admin", before.version());

    admin(Optional.empty()).make();

    assertThat(file).doesNotExist();
  }

  @Test
  void waitsForTheDatabase() {
    accounts.setAway(true);
    FirstAccountComponent component = new FirstAccountComponent(admin(Optional.empty()));
    try {
      assertThat(component.isThere()).isFalse();

      accounts.setAway(false);

      Awaitility.await().until(component::isThere);
      assertThat(accounts.find("admin")).isPresent();
    } finally {
      component.stop();
    }
  }

  private FirstAdmin admin(Optional<String> configured) {
    return new FirstAdmin(
        accounts, hashing, folder, () -> configured.map(String::toCharArray), new SettableClock());
  }
}
