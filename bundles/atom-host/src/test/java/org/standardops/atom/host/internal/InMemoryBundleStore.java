package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.standardops.engine.port.BundleState;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleStore;

/** Keeps bundles over restarts of a test's framework; can be away for a while. */
final class InMemoryBundleStore implements BundleStore {

  private record Entry(StoredBundle bundle, byte[] bytes) {}

  private final Map<String, Entry> entries = new TreeMap<>();
  private final Map<String, RemovedBundle> removed = new TreeMap<>();
  private volatile boolean away;

  void away(boolean now) {
    away = now;
  }

  /** Changes one byte of what is kept. */
  synchronized void damage(BundleId id) {
    byte[] bytes = entries.get(id.toString()).bytes();
    bytes[bytes.length / 2] ^= 1;
  }

  @Override
  public synchronized List<StoredBundle> list() {
    check();
    return entries.values().stream().map(Entry::bundle).toList();
  }

  @Override
  public synchronized boolean read(BundleId id, OutputStream to) throws IOException {
    check();
    Entry entry = entries.get(id.toString());
    if (entry != null) {
      to.write(entry.bytes());
    }
    return entry != null;
  }

  @Override
  public synchronized boolean add(StoredBundle bundle, Path jar) {
    check();
    removed.remove(bundle.id().toString());
    return entries.putIfAbsent(bundle.id().toString(), new Entry(bundle, bytes(jar))) == null;
  }

  @Override
  public synchronized void mend(BundleId id, Path jar) {
    check();
    entries.computeIfPresent(id.toString(), (key, entry) -> new Entry(entry.bundle(), bytes(jar)));
  }

  @Override
  public synchronized Optional<StoredBundle> change(BundleId id, BundleState state) {
    check();
    return Optional.ofNullable(
            entries.computeIfPresent(
                id.toString(), (key, entry) -> new Entry(entry.bundle().in(state), entry.bytes())))
        .map(Entry::bundle);
  }

  @Override
  public synchronized boolean remove(BundleId id, Optional<RemovedBundle> remembered) {
    check();
    remembered.ifPresent(bundle -> removed.put(id.toString(), bundle));
    return entries.remove(id.toString()) != null;
  }

  @Override
  public synchronized List<RemovedBundle> removed() {
    check();
    return new ArrayList<>(removed.values());
  }

  private static byte[] bytes(Path jar) {
    try {
      return Files.readAllBytes(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check() {
    if (away) {
      throw new ProductException(ErrorCode.UNAVAILABLE, "The database is away.");
    }
  }
}
