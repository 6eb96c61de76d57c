package org.standardops.services.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MergeProperties {

  @Property
  void givesEachKeyTheChangeElseWhatWasThere(
      @ForAll("objects") Map<String, Object> under, @ForAll("objects") Map<String, Object> over) {
    Map<String, Object> merged = Merge.params(under, over);

    for (String key : new String[] {"a", "b", "c", "d"}) {
      Object expected = over.containsKey(key) ? over.get(key) : under.get(key);
      boolean there = over.containsKey(key) ? over.get(key) != null : under.containsKey(key);
      assertThat(merged.containsKey(key)).isEqualTo(there);
      assertThat(merged.get(key)).isEqualTo(there ? expected : null);
    }
  }

  @Property
  void changesNothingByTheSameChangeAgain(
      @ForAll("objects") Map<String, Object> under, @ForAll("objects") Map<String, Object> over) {
    Map<String, Object> once = Merge.params(under, over);

    assertThat(Merge.params(once, over)).isEqualTo(once);
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    Arbitrary<Object> values = Arbitraries.of((Object) 1, "x", "${a}", true).injectNull(0.3);
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), values).map(HashMap::new);
  }
}
