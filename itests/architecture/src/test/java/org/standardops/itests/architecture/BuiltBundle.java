package org.standardops.itests.architecture;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Constants;

/**
 * A bundle of ours as it was built.
 *
 * @param folder under {@code bundles/}, such as {@code engine/core}
 */
record BuiltBundle(String folder, Manifest manifest) {

  private static final Path BUNDLES = Root.folder().resolve("bundles");

  /** All on the class path, which is all of the build. */
  static List<BuiltBundle> all() {
    List<BuiltBundle> bundles =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().normalize())
            .filter(entry -> entry.startsWith(BUNDLES))
            .map(BuiltBundle::of)
            .sorted(Comparator.comparing(BuiltBundle::folder))
            .toList();
    if (bundles.isEmpty()) {
      throw new IllegalStateException("No bundle is on the class path.");
    }
    return bundles;
  }

  private static BuiltBundle of(Path jar) {
    if (!jar.toString().endsWith(".jar")) {
      throw new IllegalStateException(
          jar + " is no built bundle: run 'mvn package' or 'mvn verify', which build the jars.");
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      Path target = jar.getParent();
      return new BuiltBundle(BUNDLES.relativize(target.getParent()).toString(), file.getManifest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAtom() {
    return folder.startsWith("atoms/");
  }

  String symbolicName() {
    return manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
  }

  Set<String> imports() {
    return packages(Constants.IMPORT_PACKAGE);
  }

  Set<String> exports() {
    return packages(Constants.EXPORT_PACKAGE);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(manifest.getMainAttributes().getValue(name));
  }

  private Set<String> packages(String header) {
    // Names only: what stands between quotes or behind a semicolon says how, not what.
    String names = header(header).orElse("").replaceAll("\"[^\"]*\"", "").replaceAll(";[^,]*", "");
    Set<String> packages = new TreeSet<>();
    Stream.of(names.split(",")).map(String::strip).filter(n -> !n.isEmpty()).forEach(packages::add);
    return packages;
  }
}
