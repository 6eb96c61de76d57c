package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.SealedText;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.services.Save;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService;
import org.standardops.services.fake.Samples;
import org.standardops.services.port.SecretStore;

class SecretUseCasesTest {

  private static final Map<String, Object> TEXT = Map.of("type", "string", "maxLength", 20);

  private final World world = new World();

  SecretUseCasesTest() {
    world.atoms.install(
        "login",
        "1.0.0",
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                "password", Map.of("type", "string", "format", "secret", "minLength", 10),
                "user", Map.of("type", "string"))),
        Map.of("type", "object"));
  }

  private static ProcessDefinition login(Object password, Variable... variables) {
    return Samples.process(
        List.of(variables),
        List.of(Samples.step("s", Samples.node("n", "login", Map.of("password", password)))));
  }

  private static Variable secret(Optional<Object> otherwise) {
    return Samples.variable("pw", Variable.Type.SECRET, true, true, otherwise, TEXT);
  }

  private TaskState create(ProcessId process, Map<String, Object> variables) {
    return Answers.await(
            world.tasks.create(world.ann, process, World.input(variables), Optional.empty()))
        .task();
  }

  @Test
  void keepsASecretSealedAndTellsItsNameOnly() {
    world.secrets.put(world.ann, World.B1, "api-key", "open sesame");

    assertThat(world.secrets.list(world.ann, World.B1))
        .extracting(SecretStore.Entry::name)
        .containsExactly("api-key");
    assertThat(world.secretStore.everything()).doesNotContain("open sesame");
    assertThat(new BusinessSecrets(world.secretStore, world.encryption).find(World.B1, "api-key"))
        .contains("open sesame");
  }

  @Test
  void refusesNamesAndValuesThatCannotBeSecrets() {
    refusesAt(
        (Runnable) () -> world.secrets.put(world.ann, World.B1, "~x", "abc"), "/name", "/value");
  }

  @Test
  void aProcessMayNameOnlySecretsThatTheBusinessHas() {
    refusesAt(
        () -> world.publish(login(Map.of("secret", "none"))), "/steps/0/nodes/0/params/password");

    world.secrets.put(world.ann, World.B1, "mine", "open sesame");
    world.publish(login(Map.of("secret", "mine")));
  }

  @Test
  void aDraftIsToldOfAnUnknownSecret() {
    assertThat(
            world
                .processes
                .create(
                    world.ann,
                    World.B1,
                    login(Map.of("secret", "none")),
                    Save.asDraft(""),
                    Optional.empty())
                .warnings())
        .extracting(warning -> warning.code())
        .containsExactly("UNKNOWN_SECRET");
  }

  @Test
  void anEnteredSecretIsInNothingThatIsKeptOfTheTask() {
    ProcessId process = world.publish(login("${pw}", secret(Optional.empty()))).process().id();

    TaskState task = create(process, Map.of("pw", "open sesame"));

    assertThat(task.variables().get("pw")).matches(SealedText::is);
    assertThat(world.secretStore.size()).isEqualTo(1);
    assertThat(world.secretStore.everything()).doesNotContain("open sesame");
  }

  @Test
  void whatWasNotTakenStoresNoSecret() {
    ProcessId process = world.publish(login("${pw}", secret(Optional.empty()))).process().id();

    refusesAt(() -> create(process, Map.of("pw", "far too long for the schema")), "/variables/pw");
    refusesAt(() -> create(process, Map.of("pw", 42)), "/variables/pw");
    assertThat(world.secretStore.size()).isZero();
  }

  @Test
  void nobodyCanEnterWhatStandsForASecret() {
    ProcessId process = world.published();
    String forged = SealedText.of("0123456789abcdef0123456789abcdef");

    refusesAt(
        () -> create(process, Map.of("urls", List.of("http://a/" + forged))), "/variables/urls");
  }

  @Test
  void sentBackAsShownItStaysAsItIs() {
    ProcessId process = world.publish(login("${pw}", secret(Optional.empty()))).process().id();
    TaskState before = create(process, Map.of("pw", "open sesame"));
    TaskId id = before.plan().id();

    world.tasks.replace(
        world.ann, id, before.seq(), World.input(Map.of("pw", Map.of("secret", true))));

    assertThat(world.engine.commands())
        .last()
        .isInstanceOfSatisfying(
            Command.Edit.class,
            edit ->
                assertThat(edit.plan().variables().get("pw"))
                    .isEqualTo(before.variables().get("pw")));
  }

  @Test
  void aDefaultIsSealedToo() {
    ProcessDefinition saved =
        world.publish(login("${pw}", secret(Optional.of("open sesame")))).process().definition();
    assertThat(saved.variables().get(0).defaultValue()).hasValueSatisfying(SealedText::is);
    assertThat(saved.toString()).doesNotContain("open sesame");
  }

  @Test
  void aDefaultSentBackAsShownStaysAsItIs() {
    var first = world.publish(login("${pw}", secret(Optional.of("open sesame")))).process();

    var second =
        world
            .processes
            .replace(
                world.ann,
                first.id(),
                first.version(),
                login("${pw}", secret(Optional.of(Map.of("secret", true)))),
                Save.published(""))
            .process();

    assertThat(second.definition().variables()).isEqualTo(first.definition().variables());
    assertThat(create(first.id(), Map.of()).variables().get("pw")).matches(SealedText::is);
  }

  @Test
  void validatingStoresNothing() {
    ProcessId process = world.publish(login("${pw}", secret(Optional.empty()))).process().id();
    TaskInput input = World.input(Map.of("pw", "open sesame"));

    assertThat(world.tasks.validate(world.ann, process, input, TaskService.Stage.WHOLE).errors())
        .isEmpty();
    assertThat(world.secretStore.size()).isZero();
  }

  @Test
  void deletingWhatIsNotThereIsToldSo() {
    assertThatThrownBy(() -> world.secrets.delete(world.ann, World.B1, "none"))
        .isInstanceOfSatisfying(
            ProductException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  private static void refusesAt(Supplier<?> call, String... pointers) {
    assertThat(Refusals.refusal(call).faults())
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(pointers);
  }

  private static void refusesAt(Runnable call, String... pointers) {
    assertThat(Refusals.refusal(call).faults())
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(pointers);
  }
}
