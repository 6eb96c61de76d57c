package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.engine.internal.TestEngine.node;
import static org.standardops.engine.internal.TestEngine.serial;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.engine.port.JournalRow;
import org.standardops.model.SealedText;
import org.standardops.model.TaskId;
import org.standardops.model.process.Policy;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskStatus;

class SecretCallsTest {

  private static final String SECRET = "open-sesame-42";
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final Map<String, Object> SCHEMA =
      Map.of("properties", Map.of("password", Map.of("type", "string", "format", "secret")));

  private final TestEngine test = new TestEngine();
  private final ConcurrentLinkedQueue<Map<String, Object>> got = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void boot() {
    test.secrets.put("b1/db", SECRET);
    test.secrets.put("b1/~" + ID, SECRET);
    test.secrets.put("b2/theirs", SECRET);
    test.atoms.add(
        "echo",
        Recovery.RERUN,
        SCHEMA,
        call -> {
          got.add(call.parameters().values());
          return new Outcome.Succeeded(Map.of("said", call.parameters().values().toString()));
        });
    test.boot();
  }

  @AfterEach
  void stop() {
    test.close();
  }

  private TaskId echo(Map<String, Object> params) {
    return test.run(serial("s", node("n", "echo", Policy.DEFAULT, params, Map.of())));
  }

  @Test
  void givesTheAtomTheSecretAndNobodyElse() {
    TaskId task = echo(Map.of("password", Map.of("secret", "db")));
    test.awaitStatus(task, TaskStatus.SUCCEEDED);

    assertThat(got).containsExactly(Map.of("password", SECRET));
    assertThat(test.node(task, "n").outputs()).isEqualTo(Map.of("said", "{password=******}"));
    assertThat(journal(task)).doesNotContain(SECRET);
  }

  @Test
  void putsAnEnteredSecretIntoTextsThatAnAuthorWrote() {
    TaskId task = echo(Map.of("header", "Bearer " + SealedText.of(ID)));
    test.awaitStatus(task, TaskStatus.SUCCEEDED);

    assertThat(got).containsExactly(Map.of("header", "Bearer " + SECRET));
    assertThat(journal(task)).doesNotContain(SECRET);
  }

  @Test
  void resolvesNoNameOutsideOfPlacesForSecrets() {
    TaskId task = echo(Map.of("note", Map.of("secret", "db")));
    test.awaitStatus(task, TaskStatus.SUCCEEDED);

    assertThat(got).containsExactly(Map.of("note", Map.of("secret", "db")));
  }

  @Test
  void failsWithTheNameOfASecretThatTheBusinessDoesNotHave() {
    TaskId task = echo(Map.of("password", Map.of("secret", "theirs")));
    test.awaitNode(task, "n", NodeStatus.FAILED);

    assertThat(test.node(task, "n").error())
        .hasValueSatisfying(
            error -> {
              assertThat(error.code()).isEqualTo("UNKNOWN_SECRET");
              assertThat(error.message()).contains("'theirs'");
            });
    assertThat(got).isEmpty();
  }

  @Test
  void keepsTheSecretOutOfWhatAnAtomRemembers() {
    test.atoms.add("polls", Recovery.RERUN, SCHEMA, new RemembersItsPassword());
    TaskId task =
        test.run(
            serial(
                "s",
                node(
                    "n",
                    "polls",
                    Policy.DEFAULT,
                    Map.of("password", Map.of("secret", "db")),
                    Map.of())));
    test.awaitNode(task, "n", NodeStatus.WAITING);

    assertThat(journal(task)).contains("job-7").doesNotContain(SECRET);
  }

  private String journal(TaskId task) {
    StringBuilder text = new StringBuilder();
    List<JournalRow> rows = test.store.read(task, 0, 1000);
    rows.forEach(row -> text.append(new String(row.data(), StandardCharsets.UTF_8)));
    return text.toString();
  }

  private static final class RemembersItsPassword implements Atom {
    @Override
    public Outcome start(Call call) {
      Map<String, Object> handle =
          Map.of("job", "job-7", "with", call.parameters().text("password"));
      call.saveHandle(handle);
      return new Outcome.Poll(Duration.ofHours(1), handle, "waits", Map.of());
    }
  }
}
