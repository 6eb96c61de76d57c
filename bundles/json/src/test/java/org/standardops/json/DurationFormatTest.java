package org.standardops.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationFormatTest {

  private static final JsonSchema DURATION =
      JsonSchema.of(Map.of("type", "string", "format", "duration"));

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.5S", "PT20M", "P1D", "P1DT2H3M4.000000001S", "PT36H"})
  void takesWhatJavaReads(String duration) {
    assertThat(DURATION.check(duration)).isEmpty();
    assertThat(Duration.parse(duration)).isGreaterThanOrEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "P", "PT", "P1Y", "P1M", "P1W", "-PT1S", "PT-1S", "PT.5S", "pt1s", "1h", "PT1S "
      })
  void refusesWhatIsNoFixedTime(String duration) {
    assertThat(DURATION.check(duration))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("INVALID_VALUE");
              assertThat(fault.message()).contains("duration");
            });
  }
}
