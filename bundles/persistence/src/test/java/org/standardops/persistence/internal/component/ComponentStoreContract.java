package org.standardops.persistence.internal.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.ComponentStore;
import org.standardops.services.port.ComponentStore.StoredComponent;

abstract class ComponentStoreContract extends DatabaseContract {

  private final ComponentStore store;

  ComponentStoreContract(TestDatabase on) {
    super(on);
    store = new JpaComponentStore(on.tx());
  }

  private static StoredComponent component(String name, String version) {
    return new StoredComponent(
        name,
        version,
        "a".repeat(64),
        new byte[300_000],
        "root",
        Instant.parse("2026-11-24T08:00:00.123456Z"));
  }

  @Test
  void keepsEachVersionOnce() {
    assertThat(store.add(component("shop", "1.0.0"))).isTrue();
    assertThat(store.add(component("shop", "1.0.0"))).isFalse();
    store.add(component("shop", "1.1.0"));
    store.add(component("bank", "1.0.0"));

    assertThat(store.list())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            component("bank", "1.0.0"), component("shop", "1.0.0"), component("shop", "1.1.0"));
    assertThat(store.names()).containsExactly("bank", "shop");
  }

  @Test
  void removesOnce() {
    store.add(component("shop", "1.0.0"));

    assertThat(store.remove("shop", "1.0.0")).isTrue();
    assertThat(store.remove("shop", "1.0.0")).isFalse();
    assertThat(store.list()).isEmpty();
  }
}
