package org.standardops.itests.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Runs inside the server as a bundle of its own and writes every bundle event to the file that its
 * manifest names.
 */
public final class BundleEventProbe implements BundleActivator {

  public static final String FILE_HEADER = "Probe-File";

  @Override
  public void start(BundleContext context) {
    Path file = Path.of(context.getBundle().getHeaders().get(FILE_HEADER));
    SynchronousBundleListener listener = event -> write(file, event);
    context.addBundleListener(listener);
    write(file, "listening");
  }

  @Override
  public void stop(BundleContext context) {}

  private static void write(Path file, BundleEvent event) {
    write(
        file,
        event.getBundle().getSymbolicName()
            + " "
            + event.getBundle().getVersion()
            + " "
            + event.getType());
  }

  private static void write(Path file, String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
