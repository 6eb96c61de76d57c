package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.SealedText;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.services.ConfigurationService.Use;
import org.standardops.services.Warning;
import org.standardops.services.fake.Samples;
import org.standardops.services.port.ConfigurationStore.Configuration;
import org.standardops.services.port.ConfigurationStore.Entry;

class ConfigurationUseCasesTest {

  private final World world = new World();

  private static Entry entry(String key, Variable.Type type, String schemaType, Object value) {
    return new Entry(key, key, type, Map.of("type", schemaType), Optional.of(value), "");
  }

  private static Entry area(String value) {
    return entry("area", Variable.Type.TEXT, "string", value);
  }

  private Configuration configure(long version, Entry... entries) {
    return world.configuration.replace(world.ann, World.B1, version, List.of(entries));
  }

  private static ProcessDefinition usesArea() {
    return Samples.process(
        List.of(Samples.urls()),
        List.of(
            Samples.step(
                "s",
                Samples.node(
                    "push", "push", Map.of("urls", "${urls}", "area", "${business.area}")))));
  }

  private TaskState create(ProcessId process) {
    return Answers.await(world.tasks.create(world.ann, process, World.input(), Optional.empty()))
        .task();
  }

  @Test
  void nothingIsConfiguredAtFirst() {
    assertThat(world.configuration.get(world.ann, World.B1).version()).isZero();
  }

  @Test
  void aChangeTouchesOnlyLaterTasks() {
    configure(0, area("global"));
    ProcessId process = world.publish(usesArea()).process().id();
    TaskState first = create(process);

    configure(1, area("mainland"));

    assertThat(create(process).plan().businessVariables()).isEqualTo(Map.of("area", "mainland"));
    assertThat(world.engine.tasks().get(first.plan().id()).plan().businessVariables())
        .isEqualTo(Map.of("area", "global"));
  }

  @Test
  void aTaskTellsBeforeAndAtItsStartWhatHasChangedSinceItWasMade() {
    configure(0, area("global"), entry("other", Variable.Type.TEXT, "string", "a"));
    ProcessId process = world.publish(usesArea()).process().id();
    TaskId task = create(process).plan().id();
    assertThat(world.tasks.get(world.ann, task).warnings()).isEmpty();

    configure(1, area("mainland"), entry("other", Variable.Type.TEXT, "string", "b"));

    List<Warning> told = world.tasks.get(world.ann, task).warnings();
    assertThat(told)
        .extracting(Warning::pointer, Warning::code)
        .containsExactly(tuple("/params/push/area", "CONFIGURATION_CHANGED"));
    assertThat(told.get(0).message()).contains("'area'", "\"global\"", "\"mainland\"");
    assertThat(Answers.await(world.tasks.command(world.ann, task, new Command.Start())).warnings())
        .isEqualTo(told);
  }

  @Test
  void whatIsSecretStaysSoWhereItHasChanged() {
    configure(0, entry("area", Variable.Type.SECRET, "string", "sesame"));
    ProcessId process =
        world
            .publish(
                Samples.process(
                    List.of(Samples.urls()),
                    List.of(
                        Samples.step(
                            "s",
                            Samples.node(
                                "push", "push", Map.of("urls", List.of("${business.area}")))))))
            .process()
            .id();
    TaskId task = create(process).plan().id();
    configure(1);

    assertThat(world.tasks.get(world.ann, task).warnings())
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.message())
                    .contains("removed", "{\"secret\":true}")
                    .doesNotContain("sealed:"));
  }

  @Test
  void valuesAreHeldAgainstTheAtomWhenATaskIsMade() {
    configure(0, area("moon"));
    ProcessId process = world.publish(usesArea()).process().id();

    assertThat(Refusals.faults(() -> create(process)))
        .containsExactly(tuple("/params/push/area", "INVALID_VALUE"));
  }

  @Test
  void aProcessMayUseOnlyKeysThatAreThere() {
    assertThat(Refusals.faults(() -> world.publish(usesArea())))
        .containsExactly(tuple("/steps/0/nodes/0/params/area", "UNKNOWN_VARIABLE"));
  }

  @Test
  void tellsEveryFaultAtOnce() {
    assertThat(
            Refusals.faults(
                () ->
                    configure(
                        0,
                        entry("n", Variable.Type.NUMBER, "number", "seven"),
                        area("x"),
                        area("y"),
                        entry("1st", Variable.Type.TEXT, "nonsense", "z"))))
        .containsExactlyInAnyOrder(
            tuple("/variables/0/value", "WRONG_TYPE"),
            tuple("/variables/2/key", "DUPLICATE_KEY"),
            tuple("/variables/3/key", "INVALID_KEY"),
            tuple("/variables/3/schema", "INVALID_SCHEMA"));
  }

  @Test
  void anOlderVersionIsRefused() {
    configure(0, area("global"));

    assertThat(Refusals.refusal(() -> configure(0, area("mainland"))).code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
  }

  @Test
  void keepsEveryStateWithWhoAndWhen() {
    configure(0, area("global"));
    configure(1, area("mainland"));

    assertThat(
            world
                .configuration
                .history(world.ann, World.B1, new Page.Request(50, Optional.empty()))
                .items())
        .extracting(
            Configuration::version,
            Configuration::changedBy,
            state -> state.variables().get(0).value().orElseThrow())
        .containsExactly(tuple(2L, "ann", "mainland"), tuple(1L, "ann", "global"));
  }

  @Test
  void aSecretValueIsSealedAndStaysWhenSentBackAsShown() {
    Configuration first = configure(0, entry("token", Variable.Type.SECRET, "string", "sesame"));
    Configuration second =
        configure(
            1, entry("token", Variable.Type.SECRET, "string", Map.of("secret", true)), area("x"));

    assertThat(first.variables().get(0).value()).hasValueSatisfying(SealedText::is);
    assertThat(second.variables().get(0)).isEqualTo(first.variables().get(0));
  }

  @Test
  void tellsWhichNodesUseWhat() {
    configure(0, area("global"));
    ProcessId process = world.publish(usesArea()).process().id();

    assertThat(world.configuration.usedBy(world.ann, World.B1))
        .containsExactly(new Use("area", process, "CDN Prefetch", false, "push", "push", "/area"));
  }
}
