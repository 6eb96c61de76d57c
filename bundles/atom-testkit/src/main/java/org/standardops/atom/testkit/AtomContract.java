package org.standardops.atom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Atom;
import org.standardops.atom.Business;
import org.standardops.atom.Call;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.OptionsCall;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Recovery;
import org.standardops.atom.Touched;

/**
 * Holds an atom and its description file to the contract of {@link Atom}. Extend it in the atom's
 * bundle; the checks run beside the atom's own tests.
 */
public abstract class AtomContract {

  private static final List<String> TIMINGS =
      List.of(
          "TASK_PREPARATION",
          "OPERATION_EXECUTION",
          "DATABASE_CHANGE",
          "DATABASE_BACKUP",
          "ONLINE_TEST",
          "IDLE_TIME");

  /** The atom to check. */
  protected abstract Atom atom();

  /** The code under which its DS component publishes it. */
  protected abstract String code();

  /** The record that the atom reads its parameters as; empty: it reads them one by one. */
  protected Optional<Class<? extends Record>> record() {
    return Optional.empty();
  }

  /** The business whose hosts the examples of the description name; none of them by default. */
  protected Business business() {
    return TestBusiness.withoutHosts();
  }

  @Test
  void isDescribedUnderItsCode() {
    assertThat(code()).matches("[a-z][a-z0-9-]{0,63}");
    assertThat(description().text("code")).as("code in %s", file()).isEqualTo(code());
  }

  @Test
  void describesTimingRecoveryAndPolls() {
    assertThat(description().text("timing")).as("timing in %s", file()).isIn(TIMINGS);
    assertThat(description().text("recovery"))
        .as("recovery in %s", file())
        .isIn(Stream.of(Recovery.values()).map(Recovery::name).toList());
    assertThat(description().text("polls")).as("polls in %s", file()).isIn("READ", "ACT");
    assertThat(description().text("icon")).as("icon in %s", file()).isNotBlank();
  }

  @Test
  void speaksEnglishAndChinese() {
    assertThat(description().missingTexts()).as("texts missing in %s", file()).isEmpty();
  }

  @Test
  void describesParametersAndOutputsBySchema() {
    for (JsonNode schema : List.of(description().parameters(), description().outputs())) {
      assertThat(schema.path("type").asText())
          .as("type of a schema in %s", file())
          .isEqualTo("object");
      assertThat(Description.faultsOfSchema(schema)).as("schema in %s", file()).isEmpty();
    }
  }

  @Test
  void takesItsOwnExamples() {
    assertThat(description().examples()).as("/parameters/examples in %s", file()).isNotEmpty();
    for (Map<String, Object> example : description().examples()) {
      assertThat(Description.faults(description().parameters(), example))
          .as("%s", example)
          .isEmpty();
      assertThat(atom().check(new Parameters(example), business()))
          .as("check of %s", example)
          .isEmpty();
    }
  }

  @Test
  void describesItsRecord() {
    if (record().isPresent()) {
      description().requireSchemaOf(record().get());
    }
  }

  @Test
  void readsItsExamplesAsItsRecord() {
    for (Map<String, Object> example : description().examples()) {
      record()
          .ifPresent(
              type ->
                  assertThatCode(() -> new Parameters(example).as(type))
                      .as("%s", example)
                      .doesNotThrowAnyException());
    }
  }

  @Test
  void givesChoicesOrSaysWhyNot() throws Exception {
    List<String> fields = description().optionFields();
    if (!fields.isEmpty()) {
      assertThat(implementer("options", OptionsCall.class))
          .as("who implements options; %s marks %s", file(), fields)
          .isNotEqualTo(Atom.class);
    }
    for (String field : fields) {
      try {
        assertThat(atom().options(TestOptionsCall.of(field).http(new NoWayOut())))
            .as("choices for %s", field)
            .hasSizeLessThanOrEqualTo(OptionsCall.MOST + 1);
      } catch (Exception e) { // the contract: what it says is shown to people
        assertThat(e.getMessage()).as("why there are no choices for %s", field).isNotBlank();
      }
    }
  }

  @Test
  void marksWhatItGivesChoicesFor() throws Exception {
    if (implementer("options", OptionsCall.class) != Atom.class) {
      assertThat(description().optionFields())
          .as("parameters with \"x-options\": true in %s; the server asks for no others", file())
          .isNotEmpty();
    }
  }

  private Class<?> implementer(String method, Class<?>... parameters) throws Exception {
    return atom().getClass().getMethod(method, parameters).getDeclaringClass();
  }

  @Test
  void refusesUnknownParameters() {
    JsonNode schema = description().parameters();
    assertThat(List.of(schema.path("additionalProperties"), schema.path("unevaluatedProperties")))
        .as("say \"additionalProperties\": false in /parameters of %s", file())
        .contains(BooleanNode.FALSE);
  }

  @Test
  void leavesVariablesToTheServer() {
    SoftAssertions all = new SoftAssertions();
    for (Map<String, Object> example : description().examples()) {
      for (String name : example.keySet()) {
        Map<String, Object> unresolved = new LinkedHashMap<>(example);
        unresolved.put(name, "${KEY}");
        all.assertThatCode(
                () -> assertThat(atom().check(new Parameters(unresolved), business())).isEmpty())
            .as("check with '%s' given by a variable", name)
            .doesNotThrowAnyException();
      }
    }
    all.assertAll();
  }

  @Test
  void keepsNothingOfACallInFields() {
    for (Class<?> type = atom().getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        assertThat(Modifier.isFinal(field.getModifiers()) || field.isSynthetic())
            .as("%s is final, as one instance serves all calls", field)
            .isTrue();
      }
    }
  }

  @Test
  void findsItsWorkAgainWhereItSaysSo() throws Exception {
    if (description().recovery() == Recovery.REATTACH) {
      assertThat(implementer("find", Call.class))
          .as("who implements find; recovery is REATTACH in %s", file())
          .isNotEqualTo(Atom.class);
    }
  }

  @Test
  void answersWhereTheOutsideIsAway() {
    for (Map<String, Object> example : description().examples()) {
      assertThatCode(() -> endsClearly(example, Map.of()))
          .as("%s", example)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void copesWithACheckpointOfAnotherVersion() {
    for (Map<String, Object> example : description().examples()) {
      assertThatCode(() -> endsClearly(example, Map.of("unknown", List.of(1))))
          .as("%s", example)
          .doesNotThrowAnyException();
    }
  }

  private void endsClearly(Map<String, Object> parameters, Map<String, Object> checkpoint)
      throws Exception {
    TestCall call = TestCall.with(parameters).http(new NoWayOut()).checkpoint(checkpoint);
    business().hosts().forEach(host -> call.host(host, "no-such-secret"));
    Outcome outcome = new AtomRun(atom(), code(), call).next();
    assertThat(outcome).isNotNull();
    if (outcome instanceof Outcome.Failed failed) {
      assertThat(failed.code()).matches("[A-Z][A-Z0-9_]*");
      assertThat(failed.reason()).isNotBlank();
      assertThat(failed.touched()).as("nothing went out").isEqualTo(Touched.NO);
    }
  }

  private Description description() {
    return Description.of(atom().getClass(), code());
  }

  private String file() {
    return description().file();
  }

  /** Refuses every connection. */
  private static final class NoWayOut implements Http {
    @Override
    public Response send(Request request) throws HttpFailed {
      throw new HttpFailed("CONNECT", "No way out: " + request.uri(), Touched.NO, true, null);
    }

    @Override
    public <T> T send(Request request, Reader<T> reader) throws HttpFailed {
      send(request);
      throw new IllegalStateException();
    }
  }
}
