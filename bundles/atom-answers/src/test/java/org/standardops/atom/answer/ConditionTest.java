package org.standardops.atom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConditionTest {

  @Test
  void takesOneAndOnePointNoughtForOneNumber() throws Exception {
    Object body = JsonBytes.read("{\"percent\":100.0}".getBytes());

    assertThat(new Condition(new Pointer("/percent"), 100).holds(body)).isTrue();
  }

  @Test
  void doesNotTakeATextForANumber() {
    assertThat(new Condition(new Pointer("/n"), 1).holds(Map.of("n", "1"))).isFalse();
  }

  @Test
  void comparesWholeValues() {
    Condition condition = new Condition(new Pointer("/tags"), List.of("a", "b"));

    assertThat(condition.holds(Map.of("tags", List.of("a", "b")))).isTrue();
    assertThat(condition.holds(Map.of("tags", List.of("a")))).isFalse();
  }

  @Test
  void seesTheWholeBodyAtTheEmptyPointer() {
    assertThat(new Condition(new Pointer(""), "done").holds("done")).isTrue();
  }

  @Test
  void findsNothingBeyondTheEndOrInANull() {
    assertThat(new Pointer("/1").find(List.of("a"))).isEmpty();
    assertThat(new Pointer("/0/x").find(Arrays.asList((Object) null))).isEmpty();
    assertThat(new Pointer("/01").find(List.of("a", "b"))).isEmpty();
    assertThat(new Pointer("/a").find("text")).isEmpty();
  }
}
