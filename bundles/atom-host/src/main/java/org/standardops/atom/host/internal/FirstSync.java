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
  private final Path shipped;
  private final Duration pause;

  /**
   * @param shipped folder of jars; may be missing
   * @param pause between tries
   */
  FirstSync(AtomInstaller installer, Path shipped, Duration pause) {
    this.installer = installer;
    this.shipped = shipped;
    this.pause = pause;
  }

  @Override
  public void run() {
    String told = "";
    try {
      while (!installer.synced()) {
        try {
          shipAll();
          installer.restore();
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
        installer.ship(Files.readAllBytes(jar));
      } catch (IOException e) {
        LOG.error("The atom bundle {} of the download cannot be read.", jar, e);
      } catch (ProductException e) {
        if (e.code() == ErrorCode.UNAVAILABLE) {
          throw e;
        }
        LOG.error(
            "The atom bundle {} of the download is left out: {} {}",
            jar,
            e.getMessage(),
            e.faults());
      }
    }
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
