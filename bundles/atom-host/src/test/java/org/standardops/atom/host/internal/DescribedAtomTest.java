package org.standardops.atom.host.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.host.sample.SampleAtom;
import org.standardops.engine.port.AtomDescription;
import org.standardops.json.JsonSchema;
import org.standardops.model.Fault;

class DescribedAtomTest {

  private final DescribedAtom sample = described(new SampleAtom());

  @Test
  void findsWhatTheSchemaForbids() {
    assertThat(codes(sample.check(TestWorld.BUSINESS, Map.of("count", "many", "bogus", 1))))
        .containsExactly("/bogus UNKNOWN_FIELD", "/count WRONG_TYPE");
  }

  @Test
  void findsWhatTheAtomItselfForbids() {
    assertThat(codes(sample.check(TestWorld.BUSINESS, Map.of("text", "odd"))))
        .containsExactly("/text ODD");
  }

  @Test
  void judgesAroundReferences() {
    assertThat(sample.checkTemplate(TestWorld.BUSINESS, Map.of("count", "${n}", "text", "fine")))
        .isEmpty();
    assertThat(
            codes(sample.checkTemplate(TestWorld.BUSINESS, Map.of("count", "${n}", "text", "odd"))))
        .containsExactly("/text ODD");
    assertThat(codes(sample.checkTemplate(TestWorld.BUSINESS, Map.of("count", "${n}", "text", 7))))
        .containsExactly("/text WRONG_TYPE");
  }

  @Test
  void blamesNoReferenceForWhatTheAtomSaysOfIt() {
    DescribedAtom strict =
        checking(parameters -> List.of(new org.standardops.atom.Fault("/text", "ODD", "No.")));

    assertThat(strict.checkTemplate(TestWorld.BUSINESS, Map.of("text", "${t}"))).isEmpty();
    assertThat(codes(strict.check(TestWorld.BUSINESS, Map.of("text", "t"))))
        .containsExactly("/text ODD");
  }

  @Test
  void takesACheckThatBreaksForAFault() {
    DescribedAtom broken =
        checking(
            parameters -> {
              throw new IllegalStateException("oops");
            });

    assertThat(broken.check(TestWorld.BUSINESS, Map.of()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("IllegalStateException"));
  }

  private static List<String> codes(List<Fault> faults) {
    return faults.stream().map(fault -> fault.pointer() + " " + fault.code()).toList();
  }

  private interface Check {
    List<org.standardops.atom.Fault> of(Parameters parameters);
  }

  private static DescribedAtom checking(Check check) {
    return described(
        new Atom() {
          @Override
          public Outcome start(Call call) {
            return new Outcome.Succeeded(Map.of());
          }

          @Override
          public List<org.standardops.atom.Fault> check(Parameters parameters) {
            return check.of(parameters);
          }
        });
  }

  private static DescribedAtom described(Atom atom) {
    AtomDescription description =
        Description.read("sample", SampleJar.descriptionBytes("sample"))
            .of("org.example.sample", new Version("1.0.0"));
    return DescribedAtom.of(
        description, JsonSchema.of(description.parameters()), atom, new TestWorld().world);
  }
}
