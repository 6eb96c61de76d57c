package org.standardops.services.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.model.ProductException;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.services.fake.Samples;

class RenamingTest {

  private static final ProcessDefinition PROCESS =
      Samples.process(
          List.of(Samples.urls(), Samples.area()),
          List.of(
              Samples.step(
                  "s",
                  Samples.node(
                      "n",
                      "push",
                      Optional.empty(),
                      false,
                      Map.of(
                          "whole", "${urls}",
                          "inside", List.of(Map.of("a", "x ${urls.0} ${area} ${urlsToo}")),
                          "escaped", "$${urls} ${node.urls.x} ${business.urls}"),
                      Map.of("taskIds", "pushed")))));

  @Test
  void renamesEveryUseAndNothingElse() {
    ProcessDefinition renamed = Renaming.of(PROCESS, "urls", "links");

    assertThat(renamed.variables()).extracting(Variable::key).containsExactly("links", "area");
    assertThat(renamed.nodes().findFirst().orElseThrow().params())
        .isEqualTo(
            Map.of(
                "whole", "${links}",
                "inside", List.of(Map.of("a", "x ${links.0} ${area} ${urlsToo}")),
                "escaped", "$${urls} ${node.urls.x} ${business.urls}"));
  }

  @Test
  void renamesAnOutputThatBecomesAVariable() {
    assertThat(Renaming.of(PROCESS, "pushed", "ids").nodes().findFirst().orElseThrow().outputs())
        .isEqualTo(Map.of("taskIds", "ids"));
  }

  @Test
  void refusesAKeyThatIsTakenOrNone() {
    assertThatThrownBy(() -> Renaming.of(PROCESS, "urls", "pushed"))
        .isInstanceOfSatisfying(
            ProductException.class,
            refused -> assertThat(refused.faults().get(0).code()).isEqualTo("DUPLICATE_KEY"));
    assertThatThrownBy(() -> Renaming.of(PROCESS, "urls", "a b"))
        .isInstanceOfSatisfying(
            ProductException.class,
            refused -> assertThat(refused.faults().get(0).code()).isEqualTo("INVALID_KEY"));
    assertThatThrownBy(() -> Renaming.of(PROCESS, "nothing", "a"))
        .isInstanceOf(ProductException.class);
  }
}
