package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the bytes of atom bundles are kept, so that every server has the same ones. Each call is
 * one transaction. Thread-safe.
 */
public interface BundleStore {

  /** All, without their bytes, by symbolic name and version. */
  List<StoredBundle> list();

  Optional<byte[]> bytes(String symbolicName, String version);

  /** False where this name and version are there already. */
  boolean add(StoredBundle bundle, byte[] bytes);

  /** False where there was none. */
  boolean remove(String symbolicName, String version);

  /**
   * A bundle.
   *
   * @param sha256 of its bytes, hex
   * @param origin SHIPPED with the download, or UPLOADED
   */
  record StoredBundle(
      String symbolicName,
      String version,
      String sha256,
      long size,
      Origin origin,
      String addedBy,
      Instant addedAt) {}

  /** Where a bundle came from. */
  enum Origin {
    SHIPPED,
    UPLOADED
  }
}
