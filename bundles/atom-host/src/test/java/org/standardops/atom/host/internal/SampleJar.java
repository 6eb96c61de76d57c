package org.standardops.atom.host.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.standardops.atom.Atom;
import org.standardops.atom.host.sample.SampleAtom;

/** Builds atom bundles, good ones and, by what is changed in them, bad ones. */
final class SampleJar {

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** A good bundle with one atom. */
  SampleJar(String symbolicName, String version, String code) {
    header("Bundle-ManifestVersion", "2");
    header("Bundle-SymbolicName", symbolicName);
    header("Bundle-Version", version);
    header("Import-Package", "java.lang,java.util,org.standardops.atom;version=\"[1.0,2)\"");
    header("Service-Component", "OSGI-INF/sample.xml");
    component(code);
    description(code, description(code));
    withClass(SampleAtom.class);
  }

  SampleJar header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  SampleJar without(String headerOrFile) {
    headers.remove(headerOrFile);
    files.remove(headerOrFile);
    return this;
  }

  SampleJar file(String name, String content) {
    files.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  SampleJar description(String code, String json) {
    return file("atoms/" + code + ".json", json);
  }

  static String description(String code) {
    return """
        {
          "code": "%s",
          "name": {"en": "Sample", "zh-CN": "示例"},
          "description": {"en": "Does nothing.", "zh-CN": "什么也不做。"},
          "group": {"en": "Tests", "zh-CN": "测试"},
          "icon": "sample",
          "timing": "OPERATION_EXECUTION",
          "recovery": "RERUN",
          "parameters": {
            "type": "object",
            "properties": {
              "text": {"type": "string", "title": "Text", "x-zh-CN": {"title": "文本"}},
              "count": {"type": "integer", "title": "Count", "x-zh-CN": {"title": "数量"}}
            },
            "additionalProperties": false
          },
          "outputs": {"type": "object"}
        }
        """
        .formatted(code);
  }

  static byte[] descriptionBytes(String code) {
    return description(code).getBytes(StandardCharsets.UTF_8);
  }

  private void component(String code) {
    file(
        "OSGI-INF/sample.xml",
        """
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="sample">
          <property name="atom.code" value="%s"/>
          <service><provide interface="org.standardops.atom.Atom"/></service>
          <implementation class="%s"/>
        </scr:component>
        """
            .formatted(code, SampleAtom.class.getName()));
  }

  /** Another class makes the atom. */
  SampleJar madeBy(Class<? extends Atom> atom) {
    files.replaceAll(
        (name, content) ->
            name.equals("OSGI-INF/sample.xml")
                ? new String(content, StandardCharsets.UTF_8)
                    .replace(SampleAtom.class.getName(), atom.getName())
                    .getBytes(StandardCharsets.UTF_8)
                : content);
    return withClass(atom);
  }

  private SampleJar withClass(Class<? extends Atom> atom) {
    String name = atom.getName().replace('.', '/') + ".class";
    try (InputStream in = atom.getResourceAsStream("/" + name)) {
      files.put(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  SampleJar bytes(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  Path file() {
    return TestFiles.of(bytes());
  }

  byte[] bytes() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      write(jar, "META-INF/MANIFEST.MF", bytes(manifest));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(jar, file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(Manifest manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
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
