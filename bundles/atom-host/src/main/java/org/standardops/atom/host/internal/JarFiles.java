package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.standardops.model.Fault;

/**
 * Looks into a jar and keeps the few files that tell what it is. Reads it as the framework will, by
 * the directory at its end, and judges it by what that says of sizes; nothing is unpacked but those
 * few files, the first bytes of classes, and jars within, which the framework would unpack.
 */
final class JarFiles {

  static final String MANIFEST = "META-INF/MANIFEST.MF";
  static final int MAX_ENTRIES = 20_000;
  static final long MAX_UNPACKED_BYTES = 256L * 1024 * 1024;

  /** No honest file of this size or more shrinks by more than the factor. */
  static final long LARGE_BYTES = 1024 * 1024;

  static final int MAX_FACTOR = 200;

  private static final long MAX_DIRECTORY_BYTES = 8L * 1024 * 1024;
  private static final int MAX_KEPT_BYTES = 1024 * 1024;
  private static final int MAX_KEPT_FILES = 101;
  private static final int MAX_FAULTS = 100;
  private static final int CLASS_HEADER_BYTES = 8;

  /** The number of a Java release in its class files. */
  private static final int CLASSES_OF_THIS_JAVA = 44 + Runtime.version().feature();

  private static final Pattern KEPT = Pattern.compile(MANIFEST + "|atoms/[^/]+\\.json");
  private static final Pattern BAD_NAME =
      Pattern.compile("/.*|.*[\\\\\\x00].*|[A-Za-z]:.*|(.*/)?\\.\\.(/.*)?", Pattern.DOTALL);

  private final Map<String, byte[]> kept = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private Optional<String> newerClass = Optional.empty();

  private JarFiles() {}

  static JarFiles of(Path jar) {
    JarFiles files = new JarFiles();
    try {
      if (files.mayBeOpened(jar)) {
        files.look(jar);
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

  /** A class that this Java cannot load. */
  Optional<String> newerClass() {
    return newerClass;
  }

  private boolean mayBeOpened(Path jar) throws IOException {
    Optional<ZipDirectory> directory = ZipDirectory.of(jar);
    if (directory.isEmpty()) {
      fault("This is no jar: it does not end as one.");
    } else if (directory.get().entries() > MAX_ENTRIES) {
      fault("The jar has more than " + MAX_ENTRIES + " entries.");
    } else if (directory.get().bytes() > MAX_DIRECTORY_BYTES) {
      fault("The jar's directory is larger than " + MAX_DIRECTORY_BYTES + " bytes.");
    } else {
      return true;
    }
    return false;
  }

  private void look(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        fault("The jar has more than " + MAX_ENTRIES + " entries.");
        return;
      }
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      long unpacked = entries.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
      if (unpacked > MAX_UNPACKED_BYTES) {
        fault("The jar holds more than " + MAX_UNPACKED_BYTES + " bytes when unpacked.");
        return;
      }
      Set<String> names = new HashSet<>();
      for (ZipEntry entry : entries) {
        if (faults.size() < MAX_FAULTS && isFair(entry, names)) {
          look(zip, entry);
        }
      }
    }
  }

  private boolean isFair(ZipEntry entry, Set<String> names) {
    String name = entry.getName();
    if (BAD_NAME.matcher(name).matches()) {
      fault("The jar has an entry of the name '" + name + "', which points out of it.");
    } else if (!names.add(name)) {
      fault("The jar has two entries of the name '" + name + "'.");
    } else if (entry.getSize() > LARGE_BYTES
        && entry.getSize() / MAX_FACTOR > entry.getCompressedSize()) {
      fault(
          "The file "
              + name
              + " grows to more than "
              + MAX_FACTOR
              + " times its size when unpacked, as only a bomb does.");
    } else {
      return true;
    }
    return false;
  }

  private void look(ZipFile zip, ZipEntry entry) throws IOException {
    String name = entry.getName();
    if (KEPT.matcher(name).matches()) {
      keep(zip, entry);
    } else if (name.endsWith(".jar")) {
      count(zip, entry);
    } else if (name.endsWith(".class")
        && !name.startsWith("META-INF/")
        && newerClass.isEmpty()
        && isNewer(first(zip, entry, CLASS_HEADER_BYTES))) {
      newerClass = Optional.of(name);
    }
  }

  private void keep(ZipFile zip, ZipEntry entry) throws IOException {
    byte[] content = first(zip, entry, MAX_KEPT_BYTES + 1);
    if (content.length > MAX_KEPT_BYTES) {
      fault("The file " + entry.getName() + " is larger than " + MAX_KEPT_BYTES + " bytes.");
    } else if (kept.size() >= MAX_KEPT_FILES) {
      fault("The jar describes more than " + (MAX_KEPT_FILES - 1) + " atoms.");
    } else {
      kept.put(entry.getName(), content);
    }
  }

  private static byte[] first(ZipFile zip, ZipEntry entry, int bytes) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(bytes);
    }
  }

  /** A directory may lie about what the framework will write to the disk. */
  private void count(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] part = new byte[64 * 1024];
      long left = entry.getSize();
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        left -= n;
        if (left < 0) {
          fault("The file " + entry.getName() + " is larger than the jar's directory says.");
          return;
        }
      }
    }
  }

  private static boolean isNewer(byte[] header) {
    return header.length == CLASS_HEADER_BYTES
        && (header[0] & 0xFF) == 0xCA
        && ((header[6] & 0xFF) << 8 | header[7] & 0xFF) > CLASSES_OF_THIS_JAVA;
  }

  private void fault(String message) {
    faults.add(new Fault("", "INVALID_JAR", message));
  }
}
