package org.standardops.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The atom contract changes only on purpose. */
class AtomApiArchTest {

  private static final String RECORDED = "bundles/atom-api/api.txt";
  private static final Path NOW = Path.of("target", "api.txt");

  @Test
  void theContractIsAsRecorded() throws IOException {
    String now = Signatures.of("org.standardops.atom");
    Files.createDirectories(NOW.getParent());
    Files.writeString(NOW, now);

    assertThat(now)
        .as(
            "Atoms in the field are built against this. What is removed or changed breaks them; what is"
                + " added needs a default and a higher minor @Version in package-info.java. If it is"
                + " meant: cp itests/architecture/%s %s",
            NOW, RECORDED)
        .isEqualTo(Root.text(RECORDED));
  }
}
