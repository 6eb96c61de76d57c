package org.standardops.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.standardops.atom.Recovery;
import org.standardops.engine.port.AtomDescription;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;
import org.standardops.services.AtomService;
import org.standardops.services.Caller;
import org.standardops.services.HealthService.Health;
import org.standardops.services.port.BundleInstaller.InstalledBundle;

class CommandsTest {

  private static final InstalledBundle TIMER =
      new InstalledBundle(
          "org.standardops.atom.timer", "1.0.0", "0123456789abcdef", List.of("timer"), "ACTIVE");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final AtomLibrary atoms = new AtomLibrary();
  @TempDir private Path folder;

  @Test
  void installsAFileOfTheCurrentFolderAsThePersonAtTheShell() throws Exception {
    Files.writeString(folder.resolve("timer.jar"), "jar");

    install("timer.jar");

    assertThat(atoms.installed).containsExactly("jar by ann from shell, admin");
    assertThat(output()).isEqualTo("Installed org.standardops.atom.timer 1.0.0 with timer.\n");
  }

  @Test
  void saysEveryReasonAgainstABundle() throws Exception {
    Files.writeString(folder.resolve("bad.jar"), "jar");
    atoms.faults =
        List.of(new Fault("", "NO_ATOM", "No atom."), new Fault("/a", "INVALID", "Wrong."));

    assertThatThrownBy(() -> install("bad.jar"))
        .hasMessage("INVALID: 2 reasons:\n  No atom.\n  /a: Wrong.");
  }

  @Test
  void namesTheFileThatIsNotThere() {
    assertThatThrownBy(() -> install("none.jar"))
        .hasMessageContaining(folder.resolve("none.jar").toString())
        .hasMessageContaining("cannot be read");
  }

  @Test
  void listsBundles() throws Exception {
    BundleListCommand command = new BundleListCommand();
    command.session = session();
    command.atoms = atoms;

    command.execute();

    assertThat(output())
        .containsPattern("org.standardops.atom.timer *. 1.0.0 *. timer *. 0123456789ab *. ACTIVE");
  }

  @Test
  void listsAtoms() throws Exception {
    AtomListCommand command = new AtomListCommand();
    command.session = session();
    command.atoms = atoms;

    command.execute();

    assertThat(output())
        .containsPattern("timer *. 1.0.0 *. Timer *. RERUN *. org.standardops.atom.timer 1.0.0");
  }

  @Test
  void tellsThatTheServerIsReady() throws Exception {
    health(new Health(true, List.of()));

    assertThat(output()).isEqualTo("The server is ready.\n");
  }

  @Test
  void failsWithTheProblemsWhileTheServerIsNotReady() {
    assertThatThrownBy(() -> health(new Health(false, List.of("The database is away."))))
        .hasMessage("The server is not ready.");
    assertThat(output()).isEqualTo("The database is away.\n");
  }

  @Test
  void sealsEverythingWithANewKey() throws Exception {
    KeyRotateCommand command = new KeyRotateCommand();
    command.session = session();
    command.key = caller -> caller.platformAdmin() ? 7 : 0;

    command.execute();

    assertThat(output()).startsWith("Sealed 7 secrets with a new key.");
  }

  private void install(String file) throws Exception {
    BundleInstallCommand command = new BundleInstallCommand();
    command.file = file;
    command.session = session();
    command.atoms = atoms;
    command.execute();
  }

  private void health(Health now) throws Exception {
    HealthCommand command = new HealthCommand();
    command.session = session();
    command.health = () -> now;
    command.execute();
  }

  private String output() {
    return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** The few parts of a session that commands use. */
  private Session session() {
    PrintStream console = new PrintStream(written, true, StandardCharsets.UTF_8);
    Map<String, Object> answers = Map.of("getConsole", console, "currentDir", folder, "get", "ann");
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) -> answers.get(method.getName()));
  }

  /** One bundle with one atom; takes what it is given, unless it has faults to tell. */
  private static final class AtomLibrary implements AtomService {

    private final List<String> installed = new ArrayList<>();
    private List<Fault> faults = List.of();

    @Override
    public List<AtomDescription> list(Caller caller) {
      return List.of(
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
              "org.standardops.atom.timer 1.0.0"));
    }

    @Override
    public InstalledBundle install(Caller caller, byte[] jar) {
      if (!faults.isEmpty()) {
        throw ProductException.invalid(faults);
      }
      installed.add(
          new String(jar, StandardCharsets.UTF_8)
              + " by "
              + caller.name()
              + " from "
              + caller.address()
              + (caller.platformAdmin() ? ", admin" : ""));
      return TIMER;
    }

    @Override
    public List<InstalledBundle> bundles(Caller caller) {
      return List.of(TIMER);
    }
  }
}
