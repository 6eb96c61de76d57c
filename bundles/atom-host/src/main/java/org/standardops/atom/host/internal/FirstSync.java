package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/**
 * After the start: stores the atoms that came with the download and brings in all that is stored;
 * again and again while the database is away.
 */
final class FirstSync implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(FirstSync.class);

  private final AtomInstaller installer;
  private final StoredBundles stored;
  private final RunningAtoms running;
  private final KnownBundles known;
  private final Path shipped;
  private final Duration pause;

  /**
   * @param shipped folder of jars; may be missing
   * @param pause between tries
   */
  FirstSync(
      AtomInstaller installer,
      StoredBundles stored,
      RunningAtoms running,
      KnownBundles known,
      Path shipped,
      Duration pause) {
    this.installer = installer;
    this.stored = stored;
    this.running = running;
    this.known = known;
    this.shipped = shipped;
    this.pause = pause;
  }

  @Override
  public void run() {
    String told = "";
    running.startKept();
    try {
      while (!known.synced()) {
        try {
          shipAll();
          stored.restore();
        } catch (RuntimeException | LinkageError e) { // whatever the store throws while it is away
          if (!told.equals(e.toString())) {
            told = e.toString();
            LOG.warn("The atom bundles cannot be brought in yet; trying again until it works.", e);
          }
          Thread.sleep(pause.toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is stopping
    }
  }

  private void shipAll() {
    for (Path jar : jars()) {
      try {
        installer.ship(jar);
      } catch (UncheckedIOException e) {
        leftOut(jar, e.getCause().toString());
      } catch (ProductException e) {
        if (e.code() == ErrorCode.UNAVAILABLE) {
          throw e;
        }
        leftOut(jar, e.getMessage() + " " + e.faults());
      }
    }
  }

  private void leftOut(Path jar, String reason) {
    known.leftOut(jar.getFileName().toString(), reason);
    LOG.error(
        "The atom bundle {} of the download is left out, and the server runs without it: {} Unpack"
            + " the download again, or put a good jar in its place.",
        jar,
        reason);
  }

  private List<Path> jars() {
    if (!Files.isDirectory(shipped)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(shipped)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + shipped + " cannot be read.", e);
    }
  }
}
