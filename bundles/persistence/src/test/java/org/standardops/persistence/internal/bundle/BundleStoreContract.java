package org.standardops.persistence.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.standardops.engine.port.BundleState;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.BroughtAtom;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleStore.Origin;
import org.standardops.services.port.BundleStore.RemovedBundle;
import org.standardops.services.port.BundleStore.StoredBundle;

abstract class BundleStoreContract extends DatabaseContract {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456Z");

  private final JdbcBundleStore store;
  @TempDir private Path folder;

  BundleStoreContract(TestDatabase on) {
    super(on);
    store = new JdbcBundleStore(on.database());
  }

  @Test
  void givesBackTheBytesOfEachVersion() throws IOException {
    byte[] jar = new byte[3 * BundleParts.PART_BYTES + 7];
    new Random(7).nextBytes(jar);
    assertThat(store.add(bundle("timer", "1.0.0"), file(1))).isTrue();
    assertThat(store.add(bundle("timer", "1.1.0"), file(jar))).isTrue();

    assertThat(bytes("timer", "1.1.0")).hasValueSatisfying(b -> assertThat(b).isEqualTo(jar));
    assertThat(bytes("timer", "2.0.0")).isEmpty();
  }

  @Test
  void aNameAndVersionIsTakenOnce() throws IOException {
    store.add(bundle("timer", "1.0.0"), file(1));

    assertThat(store.add(bundle("timer", "1.0.0"), file(2))).isFalse();
    assertThat(bytes("timer", "1.0.0")).hasValueSatisfying(b -> assertThat(b).containsExactly(1));
  }

  @Test
  void listsByNameAndVersion() throws IOException {
    store.add(bundle("timer", "1.1.0"), file(1));
    store.add(bundle("http", "1.0.0"), file(1));
    store.add(bundle("timer", "1.0.0"), file(1));

    assertThat(store.list())
        .containsExactly(
            bundle("http", "1.0.0"), bundle("timer", "1.0.0"), bundle("timer", "1.1.0"));
  }

  @Test
  void keepsWhatWasDecided() throws IOException {
    store.add(bundle("timer", "1.0.0"), file(1));

    assertThat(store.change(id("timer", "1.0.0"), BundleState.DRAINING))
        .contains(bundle("timer", "1.0.0").in(BundleState.DRAINING));
    assertThat(store.change(id("timer", "2.0.0"), BundleState.RETIRED)).isEmpty();
    assertThat(store.list()).extracting(StoredBundle::state).containsExactly(BundleState.DRAINING);
  }

  @Test
  void removesOneAndForgetsIt() throws IOException {
    store.add(bundle("timer", "1.0.0"), file(1));

    assertThat(store.remove(id("timer", "1.0.0"), Optional.empty())).isTrue();
    assertThat(store.remove(id("timer", "1.0.0"), Optional.empty())).isFalse();
    assertThat(store.list()).isEmpty();
    assertThat(store.removed()).isEmpty();
    assertThat(bytes("timer", "1.0.0")).isEmpty();
  }

  @Test
  void remembersARemovalUntilTheBundleIsBack() throws IOException {
    StoredBundle bundle = bundle("timer", "1.0.0");
    RemovedBundle removed =
        new RemovedBundle(bundle.id(), bundle.sha256(), bundle.atoms(), "root", NOW);
    store.add(bundle, file(1));

    store.remove(bundle.id(), Optional.of(removed));
    assertThat(store.removed()).containsExactly(removed);

    store.add(bundle, file(1));
    assertThat(store.removed()).isEmpty();
  }

  @Test
  void mendsDamagedBytes() throws IOException {
    store.add(bundle("timer", "1.0.0"), file(new byte[BundleParts.PART_BYTES + 1]));

    store.mend(id("timer", "1.0.0"), file(1));

    assertThat(bytes("timer", "1.0.0")).hasValueSatisfying(b -> assertThat(b).containsExactly(1));
  }

  private Optional<byte[]> bytes(String name, String version) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    return store.read(id(name, version), bytes)
        ? Optional.of(bytes.toByteArray())
        : Optional.empty();
  }

  private Path file(int... content) throws IOException {
    byte[] bytes = new byte[content.length];
    for (int i = 0; i < content.length; i++) {
      bytes[i] = (byte) content[i];
    }
    return file(bytes);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "bundle", ".jar"), content);
  }

  private static BundleId id(String name, String version) {
    return new BundleId(name, version);
  }

  private static StoredBundle bundle(String name, String version) {
    return new StoredBundle(
        id(name, version),
        "ab".repeat(32),
        42,
        Origin.UPLOADED,
        "admin",
        NOW,
        BundleState.ACTIVE,
        List.of(new BroughtAtom(name, Map.of("en", "Timer", "zh-CN", "定时器"))));
  }
}
