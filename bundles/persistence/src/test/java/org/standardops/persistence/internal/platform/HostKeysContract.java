package org.standardops.persistence.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.HostKeys;
import org.standardops.engine.port.HostKeys.Server;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;

abstract class HostKeysContract extends DatabaseContract {

  private static final BusinessId GAMES = new BusinessId("games");
  private static final Server WEB = new Server("Web.example", 22);

  private final HostKeys keys;

  HostKeysContract(TestDatabase on) {
    super(on);
    keys = new JpaHostKeys(on.tx());
  }

  @Test
  void remembersTheFirstKey() {
    assertThat(keys.remember(GAMES, WEB, "ssh-ed25519 A")).isEqualTo("ssh-ed25519 A");
    assertThat(keys.remember(GAMES, WEB, "ssh-ed25519 B")).isEqualTo("ssh-ed25519 A");

    assertThat(keys.find(GAMES, new Server("WEB.EXAMPLE", 22))).contains("ssh-ed25519 A");
    assertThat(keys.find(GAMES, new Server("web.example", 23))).isEmpty();
    assertThat(keys.find(new BusinessId("other"), WEB)).isEmpty();
  }

  @Test
  void changesAndForgets() {
    Server db = new Server("db", 22);
    keys.remember(GAMES, WEB, "ssh-ed25519 A");
    keys.remember(GAMES, db, "ssh-ed25519 B");

    keys.change(GAMES, Map.of(WEB, "ssh-rsa C"), List.of(db, new Server("none", 22)));

    assertThat(keys.of(GAMES)).isEqualTo(Map.of(WEB, "ssh-rsa C"));
  }
}
