package org.standardops.persistence.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.model.process.Variable;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.Pages;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.ConfigurationStore;
import org.standardops.services.port.ConfigurationStore.Configuration;
import org.standardops.services.port.ConfigurationStore.Entry;

abstract class ConfigurationStoreContract extends DatabaseContract {

  private static final BusinessId GAMES = new BusinessId("games");
  private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123456Z");

  private final ConfigurationStore store;

  ConfigurationStoreContract(TestDatabase on) {
    super(on);
    store = new JpaConfigurationStore(on.tx());
  }

  private static Configuration state(long version) {
    Map<String, Object> schema = Map.of("type", "array");
    return new Configuration(
        GAMES,
        List.of(
            new Entry("hosts", "主机", Variable.Type.LIST, schema, Optional.of(List.of(1)), "h"),
            new Entry("none", "None", Variable.Type.TEXT, Map.of(), Optional.empty(), "")),
        version,
        "ann",
        AT);
  }

  @Test
  void theNewestStateCounts() {
    assertThat(store.find(GAMES)).isEmpty();

    assertThat(store.add(state(1))).isTrue();
    assertThat(store.add(state(2))).isTrue();

    assertThat(store.find(GAMES)).contains(state(2));
    assertThat(store.find(new BusinessId("other"))).isEmpty();
  }

  @Test
  void aVersionIsThereOnce() {
    store.add(state(1));

    assertThat(store.add(state(1))).isFalse();
  }

  @Test
  void everyStateIsKept() {
    for (long version = 1; version <= 5; version++) {
      store.add(state(version));
    }

    assertThat(Pages.all(2, page -> store.history(GAMES, page), () -> {}))
        .extracting(Configuration::version)
        .containsExactly(5L, 4L, 3L, 2L, 1L);
  }
}
