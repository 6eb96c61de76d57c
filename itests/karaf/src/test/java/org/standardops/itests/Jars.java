package org.standardops.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.standardops.itests.probe.BundleEventProbe;

/** Makes bundles for the tests. */
final class Jars {

  private Jars() {}

  /** The same bundle with another version in its manifest. */
  static Path withVersion(Path jar, String version) {
    Path copy = Download.freshFolder("jars").resolve("bundle-" + version + ".jar");
    try (JarFile original = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy)) {
      Manifest manifest = new Manifest(original.getManifest());
      manifest.getMainAttributes().putValue("Bundle-Version", version);
      try (JarOutputStream out = new JarOutputStream(file, manifest)) {
        for (JarEntry entry :
            original.stream().filter(e -> !e.getName().equals(JarFile.MANIFEST_NAME)).toList()) {
          out.putNextEntry(new JarEntry(entry.getName()));
          try (InputStream in = original.getInputStream(entry)) {
            in.transferTo(out);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  /** A bundle that writes every bundle event to the file. */
  static Path probe(Path eventFile) {
    Path jar = eventFile.resolveSibling("probe.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    Map.of(
            "Bundle-ManifestVersion",
            "2",
            "Bundle-SymbolicName",
            "org.standardops.itests.probe",
            "Bundle-Version",
            "1.0.0",
            "Bundle-Activator",
            BundleEventProbe.class.getName(),
            "Import-Package",
            "org.osgi.framework",
            BundleEventProbe.FILE_HEADER,
            eventFile.toString())
        .forEach(attributes::putValue);
    String name = BundleEventProbe.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream in = BundleEventProbe.class.getResourceAsStream("/" + name)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }
}
