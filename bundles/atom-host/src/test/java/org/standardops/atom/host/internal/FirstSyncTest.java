package org.standardops.atom.host.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleInstaller.InstalledBundle;
import org.standardops.services.port.BundleStore.Origin;
import org.standardops.services.port.BundleStore.StoredBundle;

class FirstSyncTest {

  private final InMemoryBundleStore store = new InMemoryBundleStore();
  @TempDir private Path folder;
  private Path shipped;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    shipped = Files.createDirectory(folder.resolve("atoms"));
    server = new TestServer(folder.resolve("cache"), store);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void bringsInWhatCameWithTheDownload() throws Exception {
    ship("1.0.0");

    sync().run();

    assertThat(server.installer.synced()).isTrue();
    assertThat(store.list()).extracting(StoredBundle::origin).containsExactly(Origin.SHIPPED);
    assertThat(server.installer.list())
        .extracting(InstalledBundle::problem)
        .containsExactly(Optional.empty());
  }

  @Test
  void keepsTheOldVersionBesideTheOneOfAnUpgrade() throws Exception {
    ship("1.0.0");
    sync().run();
    server.stop();
    Files.delete(shipped.resolve("sample-1.0.0.jar"));
    ship("1.1.0");
    server = new TestServer(folder.resolve("cache"), store);

    sync().run();

    assertThat(server.catalogue.all())
        .extracting(atom -> atom.description().atom().version())
        .containsExactly("1.1.0", "1.0.0");
  }

  @Test
  void leavesOutABadOneAndGoesOn() throws Exception {
    Files.writeString(shipped.resolve("bad.jar"), "no jar");
    ship("1.0.0");

    sync().run();

    assertThat(store.list()).extracting(bundle -> bundle.id().version()).containsExactly("1.0.0");
    assertThat(server.installer.problems())
        .singleElement()
        .asString()
        .contains("bad.jar", "left out");
  }

  @Test
  void doesNotBringBackWhatWasRemoved() throws Exception {
    ship("1.0.0");
    sync().run();
    BundleId id = new BundleId("org.example.sample", "1.0.0");
    server.installer.remove(id, true, "root");
    server.stop();
    server = new TestServer(folder.resolve("cache"), store);

    sync().run();

    assertThat(store.list()).isEmpty();
    assertThat(server.atomBundles()).isEmpty();
    server.installer.install(shipped.resolve("sample-1.0.0.jar"), "root");
    assertThat(store.removed()).isEmpty();
  }

  @Test
  void isContentWithoutAnyFolder() {
    server.firstSync(folder.resolve("none")).run();

    assertThat(server.installer.synced()).isTrue();
  }

  @Test
  void triesAgainUntilTheDatabaseIsBack() throws Exception {
    ship("1.0.0");
    store.away(true);
    Thread thread = new Thread(sync());
    thread.start();
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    assertThat(server.installer.synced()).isFalse();
    assertThatThrownBy(() -> server.installer.install(shipped, "root"))
        .hasMessageContaining("try again");

    store.away(false);

    await().until(server.installer::synced);
    thread.join();
    assertThat(server.catalogue.all()).hasSize(1);
  }

  @Test
  void endsWhenTheServerStops() throws Exception {
    store.away(true);
    Thread thread = new Thread(sync());
    thread.start();

    thread.interrupt();
    thread.join(5000);

    assertThat(thread.isAlive()).isFalse();
  }

  private FirstSync sync() {
    return server.firstSync(shipped);
  }

  private void ship(String version) throws Exception {
    byte[] jar = new SampleJar("org.example.sample", version, "sample").bytes();
    Files.write(shipped.resolve("sample-" + version + ".jar"), jar);
  }
}
