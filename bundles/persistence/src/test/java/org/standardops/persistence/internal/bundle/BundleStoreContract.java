package org.standardops.persistence.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.BundleStore.Origin;
import org.standardops.services.port.BundleStore.StoredBundle;

abstract class BundleStoreContract extends DatabaseContract {

  private final JpaBundleStore store;

  BundleStoreContract(TestDatabase on) {
    super(on);
    store = new JpaBundleStore(on.tx());
  }

  @Test
  void givesBackTheBytesOfEachVersion() {
    byte[] jar = new byte[3_000_000];
    new Random(7).nextBytes(jar);
    assertThat(store.add(bundle("timer", "1.0.0"), new byte[] {1})).isTrue();
    assertThat(store.add(bundle("timer", "1.1.0"), jar)).isTrue();

    assertThat(store.bytes("timer", "1.1.0")).hasValueSatisfying(b -> assertThat(b).isEqualTo(jar));
    assertThat(store.bytes("timer", "2.0.0")).isEmpty();
  }

  @Test
  void aNameAndVersionIsTakenOnce() {
    store.add(bundle("timer", "1.0.0"), new byte[] {1});

    assertThat(store.add(bundle("timer", "1.0.0"), new byte[] {2})).isFalse();
    assertThat(store.bytes("timer", "1.0.0"))
        .hasValueSatisfying(b -> assertThat(b).containsExactly(1));
  }

  @Test
  void listsByNameAndVersion() {
    store.add(bundle("timer", "1.1.0"), new byte[] {1});
    store.add(bundle("http", "1.0.0"), new byte[] {1});
    store.add(bundle("timer", "1.0.0"), new byte[] {1});

    assertThat(store.list())
        .containsExactly(
            bundle("http", "1.0.0"), bundle("timer", "1.0.0"), bundle("timer", "1.1.0"));
  }

  @Test
  void removesOne() {
    store.add(bundle("timer", "1.0.0"), new byte[] {1});

    assertThat(store.remove("timer", "1.0.0")).isTrue();
    assertThat(store.remove("timer", "1.0.0")).isFalse();
    assertThat(store.list()).isEmpty();
  }

  private static StoredBundle bundle(String name, String version) {
    return new StoredBundle(
        name,
        version,
        "ab".repeat(32),
        42,
        Origin.UPLOADED,
        "admin",
        Instant.parse("2026-11-24T08:00:00.123456Z"));
  }
}
