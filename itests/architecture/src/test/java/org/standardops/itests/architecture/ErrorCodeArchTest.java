package org.standardops.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.standardops.model.ErrorCode;

/** Errors are part of the product. */
class ErrorCodeArchTest {

  private static final String DOCUMENT = "docs/errors.md";

  @Test
  void codesStandInOrder() {
    assertThat(Arrays.stream(ErrorCode.values()).map(Enum::name))
        .as("one place for each code, and merges without conflicts")
        .isSorted();
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyCodeIsDocumentedWithItsStatus(ErrorCode code) {
    assertThat(Root.text(DOCUMENT))
        .as(
            "clients decide by the code: %s needs a row '| `%s` | %d | …' in %s",
            code, code, code.kind().status(), DOCUMENT)
        .contains("| `" + code + "` | " + code.kind().status() + " |");
  }
}
