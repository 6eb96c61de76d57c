package org.standardops.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.standardops.atom.Atom;
import org.standardops.itests.gate.GateAtom;

/** Bundles with the atom {@code gate}: good ones and, by what is changed in them, bad ones. */
final class GateJar {

  static final String NAME = "org.standardops.itests.gate";

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  GateJar(String version) {
    header("Bundle-ManifestVersion", "2");
    header("Bundle-SymbolicName", NAME);
    header("Bundle-Version", version);
    header("Import-Package", "org.standardops.atom;version=\"[1.0,2)\"");
    header("Service-Component", "OSGI-INF/gate.xml");
    file("built", version);
    file(
        "atoms/gate.json",
        """
        {
          "code": "gate",
          "name": {"en": "Gate", "zh-CN": "门"},
          "description": {"en": "Waits for a file.", "zh-CN": "等待文件。"},
          "group": {"en": "Tests", "zh-CN": "测试"},
          "icon": "gate",
          "timing": "IDLE_TIME",
          "recovery": "RERUN",
          "parameters": {
            "type": "object",
            "properties": {
              "file": {"type": "string", "title": "File", "x-zh-CN": {"title": "文件"}}
            },
            "additionalProperties": false
          },
          "outputs": {
            "type": "object",
            "properties": {
              "built": {"type": "string", "title": "Built as", "x-zh-CN": {"title": "构建版本"}}
            }
          }
        }
        """);
    madeBy(GateAtom.class);
  }

  static String id(String version) {
    return NAME + ":" + version;
  }

  GateJar header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  GateJar file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  GateJar file(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  GateJar without(String file) {
    files.remove(file);
    return this;
  }

  GateJar madeBy(Class<? extends Atom> atom) {
    String name = atom.getName().replace('.', '/') + ".class";
    try (InputStream in = atom.getResourceAsStream("/" + name)) {
      file(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file(
        "OSGI-INF/gate.xml",
        """
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="gate">
          <property name="atom.code" value="gate"/>
          <service><provide interface="org.standardops.atom.Atom"/></service>
          <implementation class="%s"/>
        </scr:component>
        """
            .formatted(atom.getName()));
  }

  byte[] bytes() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach(manifest.getMainAttributes()::putValue);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      manifest.write(head);
      write(jar, "META-INF/MANIFEST.MF", head.toByteArray());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(jar, file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setTime(0); // the same content, the same bytes
    jar.putNextEntry(entry);
    jar.write(content);
    jar.closeEntry();
  }
}
