package org.standardops.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Choice;
import org.standardops.atom.Recovery;
import org.standardops.engine.Metric;
import org.standardops.engine.port.AtomDescription;
import org.standardops.engine.port.BundleState;
import org.standardops.model.BusinessId;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;
import org.standardops.services.AtomService;
import org.standardops.services.Caller;
import org.standardops.services.HealthService;
import org.standardops.services.HealthService.Health;

class CommandsTest {

  private final ShellSession shell = new ShellSession(Path.of(""));

  @Test
  void listsAtoms() throws Exception {
    AtomListCommand command = new AtomListCommand();
    command.session = shell.session();
    command.atoms = new AtomLibrary();

    command.execute();

    assertThat(shell.output())
        .containsPattern(
            "timer *. 1.0.0 *. Timer *. RERUN *. RETIRED *. org.standardops.atom.timer 1.0.0");
  }

  @Test
  void tellsThatTheServerIsReady() throws Exception {
    health(new Health(true, List.of()));

    assertThat(shell.output()).isEqualTo("The server is ready.\n");
  }

  @Test
  void failsWithTheProblemsWhileTheServerIsNotReady() {
    assertThatThrownBy(() -> health(new Health(false, List.of("The database is away."))))
        .hasMessage("The server is not ready.");
    assertThat(shell.output()).isEqualTo("The database is away.\n");
  }

  @Test
  void sealsEverythingWithANewKey() throws Exception {
    KeyRotateCommand command = new KeyRotateCommand();
    command.session = shell.session();
    command.key = caller -> caller.platformAdmin() ? 7 : 0;
    RecordingAudit audit = new RecordingAudit();
    command.audit = audit;

    command.execute();

    assertThat(shell.output()).startsWith("Sealed 7 secrets with a new key.");
    assertThat(audit.recorded).hasSize(1);
  }

  private void health(Health now) throws Exception {
    HealthCommand command = new HealthCommand();
    command.session = shell.session();
    command.health =
        new HealthService() {
          @Override
          public Health health() {
            return now;
          }

          @Override
          public List<Metric> metrics(Caller caller) {
            return List.of();
          }
        };
    command.execute();
  }

  /** One atom, which is retired. */
  private static final class AtomLibrary implements AtomService {

    @Override
    public List<LibraryAtom> list(Caller caller) {
      return List.of(
          new LibraryAtom(
              new AtomDescription(
                  new AtomRef("timer", "1.0.0"),
                  Map.of("en", "Timer", "zh-CN", "定时器"),
                  Map.of(),
                  Map.of(),
                  "timer",
                  TimingType.IDLE_TIME,
                  Recovery.RERUN,
                  false,
                  Map.of(),
                  Map.of(),
                  "org.standardops.atom.timer 1.0.0"),
              BundleState.RETIRED));
    }

    @Override
    public List<Choice> options(
        Caller caller,
        AtomRef atom,
        BusinessId business,
        String field,
        Map<String, Object> params,
        String query) {
      throw new UnsupportedOperationException("The shell shows no forms.");
    }
  }
}
