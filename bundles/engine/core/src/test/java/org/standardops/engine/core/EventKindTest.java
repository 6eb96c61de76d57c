package org.standardops.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventKindTest {

  @Test
  void givesEveryEventOneNumber() {
    assertThat(Arrays.stream(EventKind.values()).<Class<?>>map(EventKind::type))
        .containsExactlyInAnyOrderElementsOf(records(Event.class).toList());
    assertThat(Arrays.stream(EventKind.values()).map(kind -> kind.number() + "." + kind.version()))
        .doesNotHaveDuplicates();
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventKindTest::records);
  }
}
