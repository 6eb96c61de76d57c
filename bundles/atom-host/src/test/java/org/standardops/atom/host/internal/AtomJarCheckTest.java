package org.standardops.atom.host.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

class AtomJarCheckTest {

  private final AtomJarCheck check = new AtomJarCheck(new Version("1.2.0"), new Catalogue());

  @Test
  void tellsWhatAGoodBundleBrings() {
    byte[] bytes = good().description("two", SampleJar.description("two")).bytes();

    assertThat(check.check(bytes))
        .isEqualTo(
            new AtomJar(
                "org.example.sample",
                new Version("1.0.0"),
                List.of("sample", "two"),
                AtomJar.sha256(bytes)));
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
  @ValueSource(strings = {"javax.net.ssl", "org.w3c.dom", "java.sql", "com.sun.net.httpserver"})
  void allowsPackagesOfTheJdk(String name) {
    SampleJar jar =
        good().header("Import-Package", "org.standardops.atom;version=\"[1,2)\"," + name);

    assertThat(check.check(jar.bytes()).codes()).containsExactly("sample");
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
        "{\"type\": \"string\"} | {\"type\": \"txt\"} | /parameters",
        "\"icon\": | \"icons\": | /icons",
        "{\"type\": \"string\"} | {\"$ref\": \"http://example.org/\"} | /parameters",
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
  void refusesAZipBomb() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] zeros = new byte[1024 * 1024];
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }

    assertThat(refusal(bytes.toByteArray()).faults())
        .anySatisfy(fault -> assertThat(fault.message()).contains("when unpacked"));
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
    return catchThrowableOfType(ProductException.class, () -> check.check(jar));
  }
}
