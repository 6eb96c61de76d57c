package org.standardops.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonValuesPropertiesTest {

  @Property
  void givesEachKeyTheChangeElseWhatWasThere(
      @ForAll("objects") Map<String, Object> under, @ForAll("objects") Map<String, Object> over) {
    Map<String, Object> merged = JsonValues.merged(under, over);

    for (String key : List.of("a", "b", "c", "d")) {
      boolean there = over.containsKey(key) ? over.get(key) != null : under.containsKey(key);
      assertThat(merged.containsKey(key)).isEqualTo(there);
      if (there) {
        assertThat(merged.get(key)).isEqualTo((over.containsKey(key) ? over : under).get(key));
      }
    }
  }

  @Property
  void changesNothingByTheSameChangeAgain(
      @ForAll("objects") Map<String, Object> under, @ForAll("objects") Map<String, Object> over) {
    Map<String, Object> once = JsonValues.merged(under, over);

    assertThat(JsonValues.merged(once, over)).isEqualTo(once);
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    Arbitrary<Object> values = Arbitraries.of((Object) 1, "x", "${a}", true).injectNull(0.3);
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), values).map(HashMap::new);
  }
}
