package org.standardops.atom.host.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.standardops.atom.host.sample.SampleAtom;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.engine.port.AtomDescription;
import org.standardops.json.JsonSchema;
import org.standardops.model.task.AtomRef;

class CatalogueTest {

  private final Catalogue catalogue = new Catalogue();

  @Test
  void ordersByCodeAndThenTheHighestVersionFirst() {
    catalogue.add(1, atom("timer", "1.9.0"));
    catalogue.add(2, atom("timer", "1.10.0"));
    catalogue.add(3, atom("http", "1.0.0"));

    assertThat(catalogue.all())
        .extracting(atom -> atom.description().atom().toString())
        .containsExactly("http 1.0.0", "timer 1.10.0", "timer 1.9.0");
  }

  @Test
  void findsTheNewestOfAMajor() {
    catalogue.add(1, atom("timer", "1.9.0"));
    catalogue.add(2, atom("timer", "1.10.0"));
    catalogue.add(3, atom("timer", "2.0.0"));

    assertThat(newest("timer", Optional.of(1))).contains("1.10.0");
    assertThat(newest("timer", Optional.empty())).contains("2.0.0");
    assertThat(newest("timer", Optional.of(3))).isEmpty();
    assertThat(newest("http", Optional.empty())).isEmpty();
  }

  @Test
  void keepsTheFirstOfTwoBundlesWithTheSameVersion() {
    InstalledAtom first = atom("timer", "1.0.0");
    InstalledAtom second = atom("timer", "1.0.0");

    assertThat(catalogue.add(1, first)).isEmpty();
    assertThat(catalogue.add(2, second)).containsSame(first);
    assertThat(catalogue.find(new AtomRef("timer", "1.0.0"))).containsSame(first);

    catalogue.remove(1);

    assertThat(catalogue.find(new AtomRef("timer", "1.0.0"))).containsSame(second);
  }

  @Test
  void tellsOfArrivalsAndDeparturesUntilNobodyListens() throws Exception {
    AtomicInteger told = new AtomicInteger();
    AutoCloseable listening = catalogue.onChange(told::incrementAndGet);

    catalogue.add(1, atom("timer", "1.0.0"));
    catalogue.remove(1);
    assertThat(told).hasValue(2);

    listening.close();
    catalogue.add(2, atom("timer", "1.0.0"));
    assertThat(told).hasValue(2);
  }

  @Test
  void showsWhatIsInNoBundleAfterWhatIsInOne() {
    InstalledAtom inBundle = atom("timer", "1.0.0");
    catalogue.add(1, inBundle);

    catalogue.offer(List.of(atom("timer", "1.0.0"), atom("component-shop-find", "1.0.0")));

    assertThat(catalogue.all()).hasSize(2).contains(inBundle);
    assertThat(newest("component-shop-find", Optional.of(1))).contains("1.0.0");
    catalogue.offer(List.of());
    assertThat(catalogue.all()).containsExactly(inBundle);
  }

  private Optional<String> newest(String code, Optional<Integer> major) {
    return catalogue.newest(code, major).map(atom -> atom.description().atom().version());
  }

  private static InstalledAtom atom(String code, String version) {
    AtomDescription description =
        Description.read(code, SampleJar.descriptionBytes(code))
            .of("org.example." + code, new Version(version));
    return DescribedAtom.of(
        description, JsonSchema.of(Map.of()), new SampleAtom(), new TestWorld().world);
  }
}
