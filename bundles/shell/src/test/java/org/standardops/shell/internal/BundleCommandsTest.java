package org.standardops.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.standardops.engine.port.BundleState;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.services.BundleService;
import org.standardops.services.Caller;
import org.standardops.services.port.AtomUses.Use;
import org.standardops.services.port.AtomUses.Uses;
import org.standardops.services.port.BroughtAtom;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleInstaller.InstalledBundle;
import org.standardops.services.port.BundleStore.Origin;

class BundleCommandsTest {

  private static final String ID = "org.standardops.atom.timer:1.0.0";

  private final OneBundle bundles = new OneBundle();
  private final RecordingAudit audit = new RecordingAudit();
  @TempDir private Path folder;
  private ShellSession shell;

  @BeforeEach
  void open() {
    shell = new ShellSession(folder);
  }

  @Test
  void installsAFileOfTheCurrentFolderAsThePersonAtTheShell() throws Exception {
    Files.writeString(folder.resolve("timer.jar"), "jar");

    install("timer.jar");

    assertThat(bundles.installed).containsExactly("timer.jar by ann from shell, admin");
    assertThat(audit.recorded)
        .containsExactly("DONE INSTALL_BUNDLE /bundles/" + ID + " by ann from shell");
    assertThat(shell.output())
        .isEqualTo("Installed org.standardops.atom.timer 1.0.0 with timer.\n");
  }

  @Test
  void saysEveryReasonAgainstABundle() throws Exception {
    Files.writeString(folder.resolve("bad.jar"), "jar");
    bundles.faults =
        List.of(new Fault("", "NO_ATOM", "No atom."), new Fault("/a", "INVALID", "Wrong."));

    assertThatThrownBy(() -> install("bad.jar"))
        .hasMessage("INVALID: 2 reasons:\n  No atom.\n  /a: Wrong.");
    assertThat(audit.recorded).isEmpty();
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
    command.session = shell.session();
    command.bundles = bundles;

    command.execute();

    assertThat(shell.output()).containsPattern(ID + " *. timer *. 0123456789ab *. ACTIVE *. 2");
  }

  @Test
  void showsABundleWithThoseWhoUseIt() throws Exception {
    BundleInfoCommand command = new BundleInfoCommand();
    command.id = ID;
    command.session = shell.session();
    command.bundles = bundles;

    command.execute();

    assertThat(shell.output())
        .contains("State      ACTIVE", "by admin", "2: t1 (web), …", "Processes  none");
  }

  @Test
  void retiresAndActivates() throws Exception {
    BundleRetireCommand retire = new BundleRetireCommand();
    retire.id = ID;
    retire.session = shell.session();
    retire.bundles = bundles;
    retire.audit = audit;
    retire.execute();
    assertThat(bundles.state).isEqualTo(BundleState.RETIRED);

    BundleActivateCommand activate = new BundleActivateCommand();
    activate.id = ID;
    activate.session = shell.session();
    activate.bundles = bundles;
    activate.audit = audit;
    activate.execute();
    assertThat(bundles.state).isEqualTo(BundleState.ACTIVE);

    assertThat(audit.recorded)
        .containsExactly(
            "DONE RETIRE_BUNDLE /bundles/" + ID + " by ann from shell",
            "DONE ACTIVATE_BUNDLE /bundles/" + ID + " by ann from shell");
  }

  @Test
  void removesAndNamesTheTasksThatHoldABundle() throws Exception {
    remove(ID, false);
    assertThat(shell.output()).contains("drains", "2: t1 (web), …");

    remove(ID, true);
    assertThat(shell.output()).endsWith("Removed " + ID + ".\n");
  }

  @Test
  void knowsNoOtherBundle() {
    assertThatThrownBy(() -> remove("none", false)).hasMessageContaining("NOT_FOUND");
    assertThat(audit.recorded)
        .containsExactly("REFUSED REMOVE_BUNDLE /bundles/none by ann from shell");
  }

  private void install(String file) throws Exception {
    BundleInstallCommand command = new BundleInstallCommand();
    command.file = file;
    command.session = shell.session();
    command.bundles = bundles;
    command.audit = audit;
    command.execute();
  }

  private void remove(String id, boolean force) throws Exception {
    BundleRemoveCommand command = new BundleRemoveCommand();
    command.id = id;
    command.force = force;
    command.session = shell.session();
    command.bundles = bundles;
    command.audit = audit;
    command.execute();
  }

  /** One bundle that two tasks need; takes every jar, unless it has faults to tell. */
  private static final class OneBundle implements BundleService {

    private final List<String> installed = new ArrayList<>();
    private List<Fault> faults = List.of();
    private BundleState state = BundleState.ACTIVE;

    private UsedBundle bundle() {
      return new UsedBundle(
          new InstalledBundle(
              new BundleId("org.standardops.atom.timer", "1.0.0"),
              "0123456789abcdef",
              42,
              Origin.UPLOADED,
              "admin",
              Instant.EPOCH,
              state,
              List.of(new BroughtAtom("timer", Map.of())),
              Optional.empty()),
          new Uses(2, List.of(new Use("t1", new BusinessId("web")))),
          Optional.of(Uses.NONE));
    }

    @Override
    public List<UsedBundle> list(Caller caller) {
      return List.of(bundle());
    }

    @Override
    public UsedBundle find(Caller caller, BundleId id) {
      if (!id.toString().equals(ID)) {
        throw ProductException.notFound("The bundle " + id);
      }
      return bundle();
    }

    @Override
    public void requireInstall(Caller caller) {}

    @Override
    public Installed install(Caller caller, Path jar) {
      if (!faults.isEmpty()) {
        throw ProductException.invalid(faults);
      }
      installed.add(
          jar.getFileName()
              + " by "
              + caller.name()
              + " from "
              + caller.address()
              + (caller.platformAdmin() ? ", admin" : ""));
      return new Installed(bundle(), true);
    }

    @Override
    public UsedBundle retire(Caller caller, BundleId id) {
      state = BundleState.RETIRED;
      return find(caller, id);
    }

    @Override
    public UsedBundle activate(Caller caller, BundleId id) {
      state = BundleState.ACTIVE;
      return find(caller, id);
    }

    @Override
    public Optional<UsedBundle> remove(Caller caller, BundleId id, boolean force) {
      UsedBundle found = find(caller, id);
      return force ? Optional.empty() : Optional.of(found);
    }
  }
}
