package org.standardops.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatesDocumentTest {

  /** Relative to the module, where Maven runs the tests. */
  private static final Path DOCUMENT = Path.of("../../../docs/states.md");

  @Test
  void showsTheTablesAsTheyAre() throws IOException {
    String expected =
        "# States\n\nWritten from the tables in `engine/core`; `mvn test"
            + " -Dstates.write=true` writes it anew.\n\n## Task\n\n"
            + table(Transition.TASK)
            + "\n## Node\n\n"
            + table(Transition.NODE);
    if (Boolean.getBoolean("states.write")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, expected);
    }

    assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
  }

  private static <S extends Enum<S>> String table(List<Transition<S>> lines) {
    return lines.stream()
        .map(
            line ->
                "| `%s` | `%s` | %s | %s |\n"
                    .formatted(
                        line.from(),
                        line.to(),
                        line.why(),
                        line.action().map(action -> "`" + action + "`").orElse("")))
        .collect(
            Collectors.joining(
                "", "| from | to | when | action |\n| --- | --- | --- | --- |\n", ""));
  }
}
