package org.standardops.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.standardops.itests.asking.AskingAtom;
import org.standardops.itests.probe.BundleEventProbe;

/** Makes bundles for the tests. */
final class Jars {

  private static final String ASKING =
      """
      {
        "code": "ask",
        "name": {"en": "Ask", "zh-CN": "询问"},
        "description": {"en": "Asks somebody.", "zh-CN": "询问某人。"},
        "group": {"en": "Tests", "zh-CN": "测试"},
        "icon": "ask",
        "timing": "IDLE_TIME",
        "recovery": "RERUN",
        "parameters": {"type": "object", "additionalProperties": false},
        "outputs": {"type": "object"}
      }
      """;

  private static final String ASKING_COMPONENT =
      """
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="ask">
        <property name="atom.code" value="ask"/>
        <service><provide interface="org.standardops.atom.Atom"/></service>
        <implementation class="%s"/>
      </scr:component>
      """
          .formatted(AskingAtom.class.getName());

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

  /** An atom bundle with the atom {@code ask}. */
  static byte[] asking() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    Map.of(
            "Bundle-ManifestVersion",
            "2",
            "Bundle-SymbolicName",
            "org.standardops.itests.asking",
            "Bundle-Version",
            "1.0.0",
            "Import-Package",
            "java.lang,java.util,org.standardops.atom;version=\"[1.0,2)\"",
            "Service-Component",
            "OSGI-INF/ask.xml")
        .forEach(manifest.getMainAttributes()::putValue);
    String name = AskingAtom.class.getName().replace('.', '/') + ".class";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes, manifest);
        InputStream in = AskingAtom.class.getResourceAsStream("/" + name)) {
      for (Map.Entry<String, byte[]> file :
          Map.of(
                  name,
                  in.readAllBytes(),
                  "OSGI-INF/ask.xml",
                  ASKING_COMPONENT.getBytes(StandardCharsets.UTF_8),
                  "atoms/ask.json",
                  ASKING.getBytes(StandardCharsets.UTF_8))
              .entrySet()) {
        out.putNextEntry(new JarEntry(file.getKey()));
        out.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
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
