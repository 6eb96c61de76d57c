package org.standardops.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How tests are written. */
class TestToolsArchTest {

  private static final Pattern MOCKS =
      Pattern.compile("<artifactId>(mockito|easymock|jmock|jmockit|powermock)[^<]*</artifactId>");

  private static final Pattern SLEEP =
      Pattern.compile("\\bThread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(");

  @Test
  void noModuleHasAMockingLibrary() {
    assertThat(Root.files("", "pom.xml"))
        .isNotEmpty()
        .allSatisfy(
            pom ->
                assertThat(Root.text(pom))
                    .as("%s: a fake of a port, written once, shows what the port promises", pom)
                    .doesNotContainPattern(MOCKS));
  }

  @Test
  void unitTestsDoNotSleep() {
    assertThat(Root.files("bundles", "Test.java"))
        .isNotEmpty()
        .allSatisfy(
            test ->
                assertThat(Root.text(test))
                    .as("%s: set the clock, or wait for the thing itself with Awaitility", test)
                    .doesNotContainPattern(SLEEP));
  }
}
