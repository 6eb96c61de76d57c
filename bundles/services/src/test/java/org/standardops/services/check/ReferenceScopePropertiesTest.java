package org.standardops.services.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.standardops.model.process.Step;
import org.standardops.services.check.ReferenceScope.PlacedStep;

class ReferenceScopePropertiesTest {

  private record Place(String id, int step, int index, Step.Mode mode) {

    boolean endsBefore(Place other) {
      return step < other.step
          || step == other.step && mode == Step.Mode.SERIAL && index < other.index;
    }
  }

  @Property
  void knowsAnOutputExactlyWhereItsNodeEndsBefore(@ForAll("shapes") List<Shape> shapes) {
    List<Place> places = new ArrayList<>();
    Map<String, ReferenceScope> scopes =
        ReferenceScope.of(Set.of(), Set.of()).scopes(placed(shapes, places));

    for (Place user : places) {
      for (Place giver : places) {
        Map<String, Object> params =
            Map.of("a", "${node." + giver.id() + ".out}", "b", "${out_of_" + giver.id() + "}");

        assertThat(scopes.get(user.id()).check(params))
            .as("%s uses %s", user, giver)
            .hasSize(giver.endsBefore(user) ? 0 : 2);
      }
    }
  }

  record Shape(Step.Mode mode, int nodes) {}

  @Provide
  Arbitrary<List<Shape>> shapes() {
    return Combinators.combine(
            Arbitraries.of(Step.Mode.class), Arbitraries.integers().between(0, 4))
        .as(Shape::new)
        .list()
        .ofMaxSize(4);
  }

  private static List<PlacedStep> placed(List<Shape> shapes, List<Place> places) {
    List<PlacedStep> steps = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      List<PlacedNode> nodes = new ArrayList<>();
      for (int j = 0; j < shapes.get(i).nodes(); j++) {
        String id = "n" + i + "_" + j;
        nodes.add(new PlacedNode(id, Map.of(), Map.of("out", "out_of_" + id), Optional.empty()));
        places.add(new Place(id, i, j, shapes.get(i).mode()));
      }
      steps.add(new PlacedStep(shapes.get(i).mode(), nodes));
    }
    return steps;
  }
}
