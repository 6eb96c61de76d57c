package org.standardops.atom.host.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.services.port.BroughtAtom;
import org.standardops.services.port.BundleId;

class AtomJarCheckTest {

  private final AtomJarCheck check =
      new AtomJarCheck(
          new Version("1.2.0"),
          AtomJarCheckTest::there,
          new TakenCodes(new Catalogue(), new InMemoryBundleStore()));

  private static List<Map<String, Object>> there(String namespace) {
    return namespace.equals("osgi.ee")
        ? List.of(
            Map.of("osgi.ee", "JavaSE", "version", List.of(new Version("11"), new Version("17"))))
        : List.of(Map.of("osgi.extender", "osgi.component", "version", new Version("1.5")));
  }

  @Test
  void tellsWhatAGoodBundleBrings() {
    byte[] bytes = good().description("two", SampleJar.description("two")).bytes();

    AtomJar found = check.check(TestFiles.of(bytes));

    assertThat(found.id()).isEqualTo(new BundleId("org.example.sample", "1.0.0"));
    assertThat(found.atoms())
        .containsExactly(
            new BroughtAtom("sample", Map.of("en", "Sample", "zh-CN", "示例")),
            new BroughtAtom("two", Map.of("en", "Sample", "zh-CN", "示例")));
    assertThat(found.size()).isEqualTo(bytes.length);
    assertThat(found.sha256()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Import-Package | org.standardops.atom;version=\"[1.0,2)\",org.slf4j | imports org.slf4j",
        "Import-Package | org.standardops.atom;version=\"[1.0,2)\",javax.persistence;resolution:=optional | imports javax.persistence",
        "Import-Package | org.standardops.atom;version=\"[1.3,2)\" | the server has 1.2.0",
        "Import-Package | org.standardops.atom;version=\"1.0\" | import a range like [1.2,2)",
        "Import-Package | org.standardops.atom;version=\"[x\" | no range of versions",
        "Import-Package | java.util | can bring no atom",
        "Export-Package | org.example | must not have the header Export-Package",
        "Require-Bundle | org.example | must not have the header Require-Bundle",
        "Fragment-Host | org.example | must not have the header Fragment-Host",
        "DynamicImport-Package | * | must not have the header DynamicImport-Package",
        "Bundle-Activator | org.example.A | must not have the header Bundle-Activator",
        "Bundle-NativeCode | lib.so | must not have the header Bundle-NativeCode",
        "Require-Capability | osgi.service;filter:=\"(a=b)\" | a capability of osgi.service",
        "Require-Capability | osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=21))\" | build it for Java 17",
        "Require-Capability | osgi.ee;filter:=\"(osgi.ee=JavaSE\" | no filter",
        "Require-Capability | osgi.extender;filter:=\"(osgi.extender=osgi.blueprint)\" | No bundle here offers",
        "Bundle-RequiredExecutionEnvironment | JavaSE-21 | build it for Java 17",
        "Bundle-SymbolicName | org.example.sample;singleton:=true | must not be a singleton",
        "Bundle-SymbolicName | ../up | is no symbolic name",
        "Bundle-Version | new | is no version",
        "Bundle-ManifestVersion | 1 | must be 2",
      })
  void refusesTheHeader(String header, String value, String reason) {
    assertThat(refusal(good().header(header, value).bytes()).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/META-INF~1MANIFEST.MF/" + header);
              assertThat(fault.message()).contains(reason);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Require-Capability | osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"",
        "Require-Capability | osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=21))\";resolution:=optional",
        "Require-Capability | osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.4)(!(version>=2)))\"",
        "Bundle-RequiredExecutionEnvironment | JavaSE-21,JavaSE-11",
      })
  void allowsTheHeader(String header, String value) {
    assertThat(check.check(good().header(header, value).file()).atoms()).hasSize(1);
  }

  @Test
  void refusesClassesOfALaterJava() {
    byte[] later = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 99};

    assertThat(refusal(good().bytes("org/example/Later.class", later).bytes()).faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .contains("org/example/Later.class", "build it for Java"));
    byte[] multiRelease = good().bytes("META-INF/versions/21/Later.class", later).bytes();
    assertThat(check.check(TestFiles.of(multiRelease)).atoms()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javax.net.ssl", "org.w3c.dom", "java.sql", "com.sun.net.httpserver"})
  void allowsPackagesOfTheJdk(String name) {
    SampleJar jar =
        good().header("Import-Package", "org.standardops.atom;version=\"[1,2)\"," + name);

    assertThat(check.check(jar.file()).atoms()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bundle-SymbolicName", "Bundle-Version", "Import-Package"})
  void missesTheHeader(String header) {
    assertThat(refusal(good().without(header).bytes()).faults()).isNotEmpty();
  }

  @Test
  void missesAnAtom() {
    assertThat(refusal(good().without("atoms/sample.json").bytes()).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo("NO_ATOM"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"RERUN\" | \"MAYBE\" | /recovery",
        "\"OPERATION_EXECUTION\" | 7 | /timing",
        "\"sample\", | \"other\", | /code",
        "\"zh-CN\": \"示例\" | \"zh-CN\": \"\" | /name/zh-CN",
        "\"type\": \"string\" | \"type\": \"txt\" | /parameters",
        "\"icon\": | \"icons\": | /icons",
        "\"type\": \"string\" | \"$ref\": \"http://example.org/\" | /parameters",
        "\"title\": \"Text\", | \"\": \"\", | /parameters/properties/text/title",
        "{\"title\": \"文本\"} | {} | /parameters/properties/text/x-zh-CN/title",
      })
  void refusesTheDescription(String good, String bad, String pointer) {
    String json =
        SampleJar.description("sample")
            .replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));

    assertThat(refusal(good().description("sample", json).bytes()).faults())
        .extracting(fault -> fault.pointer())
        .contains("/atoms~1sample.json" + pointer);
  }

  @Test
  void refusesADescriptionThatIsNoJson() {
    assertThat(refusal(good().description("sample", "{\"code\": ").bytes()).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("no JSON"));
  }

  @Test
  void saysEveryReasonAtOnce() {
    SampleJar jar =
        good()
            .header("Export-Package", "org.example")
            .header("Bundle-Version", "new")
            .description("sample", "{}")
            .file("/etc/passwd", "x");

    assertThat(refusal(jar.bytes()).faults())
        .extracting(fault -> fault.pointer())
        .contains(
            "",
            "/META-INF~1MANIFEST.MF/Export-Package",
            "/META-INF~1MANIFEST.MF/Bundle-Version",
            "/atoms~1sample.json/code",
            "/atoms~1sample.json/timing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "a/../../b", "/a", "C:/a", "a\\b", ".."})
  void refusesANameThatPointsOut(String name) {
    assertThat(refusal(good().file(name, "x").bytes()).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("'" + name + "'"));
  }

  @Test
  void refusesWhatIsNoZip() {
    assertThat(refusal("hello".getBytes(StandardCharsets.UTF_8)).faults())
        .extracting(fault -> fault.code())
        .contains("INVALID_JAR");
    assertThat(refusal(new byte[0]).faults()).isNotEmpty();
  }

  @Test
  void refusesAFileThatGrowsAsOnlyABombDoes() {
    byte[] bomb = good().bytes("zeros", new byte[8 * 1024 * 1024]).bytes();

    assertThat(refusal(bomb).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("zeros", "bomb"));
  }

  @Test
  void refusesWhatIsHugeWhenUnpacked() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] zeros = new byte[1024 * 1024];
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 300; i++) {
        zip.putNextEntry(new ZipEntry("zeros" + i));
        zip.write(zeros);
      }
    }

    assertThat(refusal(bytes.toByteArray()).faults())
        .anySatisfy(fault -> assertThat(fault.message()).contains("when unpacked"));
  }

  /** The framework writes a jar within a jar to the disk, whatever the directory says of it. */
  @Test
  void refusesAJarWithinThatIsLargerThanItSays() {
    byte[] jar = good().bytes("lib/bomb.jar", new byte[1000]).bytes();
    int[] at = {directoryEntry(jar, "lib/bomb.jar") + 24};
    for (byte part : new byte[] {10, 0, 0, 0}) {
      jar[at[0]++] = part;
    }

    assertThat(refusal(jar).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("lib/bomb.jar", "larger"));
  }

  private static int directoryEntry(byte[] jar, String name) {
    String text = new String(jar, StandardCharsets.ISO_8859_1);
    return text.lastIndexOf(name) - 46;
  }

  @Test
  void refusesADirectoryTooLargeToOpen() {
    byte[] jar = good().bytes();
    jar[jar.length - 22 + 15] = 1; // 16 MB and more

    assertThat(refusal(jar).faults())
        .anySatisfy(fault -> assertThat(fault.message()).contains("directory is larger"));
  }

  @Test
  void refusesTooManyEntries() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i <= JarFiles.MAX_ENTRIES; i++) {
        zip.putNextEntry(new ZipEntry("e" + i));
      }
    }

    assertThat(refusal(bytes.toByteArray()).faults())
        .anySatisfy(fault -> assertThat(fault.message()).contains("entries"));
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThat(refusal(new byte[AtomJarCheck.MAX_BYTES + 1]).code()).isEqualTo(ErrorCode.TOO_LARGE);
  }

  private static SampleJar good() {
    return new SampleJar("org.example.sample", "1.0.0", "sample");
  }

  private ProductException refusal(byte[] jar) {
    return catchThrowableOfType(ProductException.class, () -> check.check(TestFiles.of(jar)));
  }
}
