package org.standardops.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;

/** Whatever is refused is said in every language, and documented. */
class FaultCodeArchTest {

  private static final String TEXTS = "bundles/rest/src/main/resources/org/standardops/rest/http/";

  /** The code of a fault or warning where it is made, or given to what makes it. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?:new Fault\\(|new Unfit\\(|new Warning\\(|\\bfault\\(|\\badd\\()[^;]{0,160}?\"([A-Z]{3,}(?:_[A-Z]+)*)\"\\s*,");

  /** Where values that people enter are checked. */
  private static final Pattern SOURCES =
      Pattern.compile(
          "bundles/(model|json|expression|services|rest|atom-host|components|atoms/[^/]+)/src/main/java/");

  private static Map<String, String> codes() {
    Map<String, String> codes = new TreeMap<>();
    Root.files("bundles", ".java").stream()
        .filter(file -> SOURCES.matcher(file.toString()).find())
        .forEach(
            file -> {
              Matcher found = CODE.matcher(Root.text(file));
              while (found.find()) {
                codes.put(found.group(1), file.getFileName().toString());
              }
            });
    return codes;
  }

  private static Set<String> keys(String file) {
    return Root.text(TEXTS + file)
        .lines()
        .filter(line -> line.matches("[A-Za-z_.]+=.+"))
        .map(line -> line.substring(0, line.indexOf('=')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyFaultAndWarningHasAChineseText() {
    Set<String> texts = keys("faults_zh_CN.properties");

    assertThat(codes()).hasSizeGreaterThan(50);
    assertThat(codes())
        .as("each code needs a line in faults_zh_CN.properties, beside its sentences")
        .allSatisfy((code, file) -> assertThat(texts).as(file).contains(code));
  }

  @Test
  void everyFaultAndWarningIsDocumented() {
    String document = Root.text("docs/errors.md");

    assertThat(codes())
        .as("clients decide by the code: each needs a row in docs/errors.md")
        .allSatisfy((code, file) -> assertThat(document).as(file).contains("`" + code + "`"));
  }

  @Test
  void everyRefusalHasATitleInEachLanguageAndADetailInChinese() {
    Set<String> all = Stream.of(ErrorCode.values()).map(Enum::name).collect(Collectors.toSet());

    assertThat(keys("titles.properties")).isEqualTo(all);
    assertThat(keys("titles_zh_CN.properties")).isEqualTo(all);
    assertThat(keys("faults_zh_CN.properties"))
        .containsAll(all.stream().map(code -> "detail." + code).toList());
  }
}
