package org.standardops.cdnsandbox;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.standardops.cdnsandbox.http.Json;

/** Starts the sandbox and prints one line of JSON with its ports; ends on SIGTERM. */
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    // Else a small answer can wait 40 ms for the acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      run(Options.parse(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(Options.USAGE);
      System.exit(2);
    } catch (IOException e) {
      System.err.println("The sandbox does not start: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Options options) throws IOException {
    Settings settings =
        options.config().isPresent() ? read(options.config().get()) : Settings.defaults();
    Sandbox sandbox = Sandbox.start(options, settings, InstantSource.system());
    byte[] line = Json.bytes(sandbox.ports());
    if (options.portFile().isPresent()) {
      write(options.portFile().get(), line);
    }
    System.out.write(line);
    System.out.println();
    System.out.flush();
    if (options.untilStdinCloses()) {
      System.in.transferTo(OutputStream.nullOutputStream());
      System.exit(0);
    }
  }

  private static Settings read(Path file) throws IOException {
    return Json.MAPPER.readValue(file.toFile(), Settings.class);
  }

  /** Whoever waits for the file never sees half of it. */
  private static void write(Path file, byte[] line) throws IOException {
    Path target = file.toAbsolutePath();
    Path whole = Files.createTempFile(target.getParent(), "ports", ".tmp");
    Files.write(whole, line);
    Files.move(whole, target, ATOMIC_MOVE);
  }
}
