package org.standardops.atom.host.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.services.port.BundleStore;

/** Keeps bundles over restarts of a test's framework; can be away for a while. */
final class InMemoryBundleStore implements BundleStore {

  private record Entry(StoredBundle bundle, byte[] bytes) {}

  private final Map<String, Entry> entries = new TreeMap<>();
  private volatile boolean away;

  void away(boolean now) {
    away = now;
  }

  @Override
  public synchronized List<StoredBundle> list() {
    check();
    return entries.values().stream().map(Entry::bundle).toList();
  }

  @Override
  public synchronized Optional<byte[]> bytes(String symbolicName, String version) {
    check();
    return Optional.ofNullable(entries.get(key(symbolicName, version))).map(Entry::bytes);
  }

  @Override
  public synchronized boolean add(StoredBundle bundle, byte[] bytes) {
    check();
    String key = key(bundle.symbolicName(), bundle.version());
    return entries.putIfAbsent(key, new Entry(bundle, bytes)) == null;
  }

  @Override
  public synchronized boolean remove(String symbolicName, String version) {
    check();
    return entries.remove(key(symbolicName, version)) != null;
  }

  private void check() {
    if (away) {
      throw new ProductException(ErrorCode.UNAVAILABLE, "The database is away.");
    }
  }

  private static String key(String symbolicName, String version) {
    return symbolicName + " " + version;
  }
}
