package org.standardops.atom.host.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.standardops.model.Fault;

/**
 * Unpacks a jar within bounds and keeps the few files that tell what it is. Reads it as the
 * framework will, by the directory at its end.
 */
final class JarFiles {

  static final String MANIFEST = "META-INF/MANIFEST.MF";
  static final int MAX_ENTRIES = 20_000;
  static final long MAX_UNPACKED_BYTES = 256L * 1024 * 1024;

  private static final int MAX_KEPT_BYTES = 1024 * 1024;
  private static final Pattern KEPT = Pattern.compile(MANIFEST + "|atoms/[^/]+\\.json");
  private static final Pattern BAD_NAME =
      Pattern.compile("/.*|.*[\\\\\\x00].*|[A-Za-z]:.*|(.*/)?\\.\\.(/.*)?", Pattern.DOTALL);

  private final Map<String, byte[]> kept = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private long unpacked;

  private JarFiles() {}

  static JarFiles of(byte[] jar) {
    JarFiles files = new JarFiles();
    try {
      Path file = Files.createTempFile("atom-bundle", ".jar");
      try {
        Files.write(file, jar);
        files.unpack(file);
      } finally {
        Files.delete(file);
      }
    } catch (ZipException e) {
      files.fault("This is no jar: " + e.getMessage() + ".");
    } catch (IOException e) {
      files.fault("The jar cannot be read: " + e.getMessage() + ".");
    }
    return files;
  }

  /** The manifest and the descriptions of atoms, by name. */
  Map<String, byte[]> kept() {
    return Collections.unmodifiableMap(kept);
  }

  /** Why the jar is not to be trusted. */
  List<Fault> faults() {
    return List.copyOf(faults);
  }

  private void unpack(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        fault("The jar has more than " + MAX_ENTRIES + " entries.");
        return;
      }
      Set<String> names = new HashSet<>();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        if (BAD_NAME.matcher(name).matches()) {
          fault("The jar has an entry of the name '" + name + "', which points out of it.");
        } else if (!names.add(name)) {
          fault("The jar has two entries of the name '" + name + "'.");
        } else if (!unpack(zip, entry)) {
          return;
        }
      }
    }
  }

  /** False where enough was seen. */
  private boolean unpack(ZipFile zip, ZipEntry entry) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    boolean keep = KEPT.matcher(entry.getName()).matches();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] part = new byte[8192];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        unpacked += n;
        if (unpacked > MAX_UNPACKED_BYTES) {
          fault("The jar holds more than " + MAX_UNPACKED_BYTES + " bytes when unpacked.");
          return false;
        }
        if (keep && content.size() + n > MAX_KEPT_BYTES) {
          fault("The file " + entry.getName() + " is larger than " + MAX_KEPT_BYTES + " bytes.");
          return false;
        }
        if (keep) {
          content.write(part, 0, n);
        }
      }
    }
    if (keep) {
      kept.put(entry.getName(), content.toByteArray());
    }
    return true;
  }

  private void fault(String message) {
    faults.add(new Fault("", "INVALID_JAR", message));
  }
}
