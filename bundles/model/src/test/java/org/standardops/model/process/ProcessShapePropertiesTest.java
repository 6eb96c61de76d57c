package org.standardops.model.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.standardops.model.Fault;
import org.standardops.model.process.ProcessDefinition.OnTimeout;

class ProcessShapePropertiesTest {

  @Property
  void takesIdsExactlyWhenTheyAreSingleWords(@ForAll("ids") List<String> ids) {
    List<Fault> faults =
        ProcessShape.check(
            new ProcessDefinition(
                "A process",
                ProcessType.OTHER,
                Optional.empty(),
                Optional.empty(),
                OnTimeout.NOTIFY,
                List.of(),
                ids.stream().map(ProcessShapePropertiesTest::step).toList()));

    long words =
        ids.stream().filter(id -> id.matches("[A-Za-z][A-Za-z0-9_]{0,63}")).distinct().count();
    assertThat(faults).hasSize((int) (ids.size() - words));
  }

  @Provide
  Arbitrary<List<String>> ids() {
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(70);
    Arbitrary<String> words = Arbitraries.strings().withChars("aB1_").ofMinLength(1).ofMaxLength(3);
    return Arbitraries.oneOf(any, words).list().ofMaxSize(20);
  }

  private static Step step(String id) {
    return new Step(id, "", Step.Mode.SERIAL, Step.Start.AUTOMATIC, List.of());
  }
}
