package org.standardops.services.port;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.engine.port.BundleState;

/**
 * Where atom bundles are kept, so that every server has the same ones. Bytes are read and written
 * in pieces: no call holds a whole bundle in memory. Each call is one transaction. Thread-safe.
 */
public interface BundleStore {

  /** All, without their bytes, by symbolic name and version. */
  List<StoredBundle> list();

  /**
   * Writes the bytes of a bundle.
   *
   * @return false where there is none
   */
  boolean read(BundleId id, OutputStream to) throws IOException;

  /**
   * Keeps a bundle, and forgets that it was ever removed.
   *
   * @param jar its bytes
   * @return false, and nothing is stored, where this name and version are there already
   */
  boolean add(StoredBundle bundle, Path jar);

  /** Writes the bytes of a bundle that is there anew: those in the database were damaged. */
  void mend(BundleId id, Path jar);

  /** The bundle as it is now; empty where there is none. */
  Optional<StoredBundle> change(BundleId id, BundleState state);

  /**
   * Removes a bundle and its bytes.
   *
   * @param remembered by whom and when, where {@link #removed()} is to have it
   * @return false where there was none
   */
  boolean remove(BundleId id, Optional<RemovedBundle> remembered);

  /** Those that stay away at a start, or that tasks may still wait for. */
  List<RemovedBundle> removed();

  /**
   * A bundle.
   *
   * @param sha256 of its bytes, hex
   * @param size in bytes
   * @param origin SHIPPED with the download, or UPLOADED
   * @param atoms empty: it was stored by a release that did not keep them
   */
  record StoredBundle(
      BundleId id,
      String sha256,
      long size,
      Origin origin,
      String addedBy,
      Instant addedAt,
      BundleState state,
      List<BroughtAtom> atoms) {
    public StoredBundle {
      atoms = List.copyOf(atoms);
    }

    public StoredBundle in(BundleState other) {
      return new StoredBundle(id, sha256, size, origin, addedBy, addedAt, other, atoms);
    }
  }

  /** A bundle that was removed. */
  record RemovedBundle(BundleId id, String sha256, List<BroughtAtom> atoms, String by, Instant at) {
    public RemovedBundle {
      atoms = List.copyOf(atoms);
    }
  }

  /** Where a bundle came from. */
  enum Origin {
    SHIPPED,
    UPLOADED
  }
}
