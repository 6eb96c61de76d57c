package org.standardops.atom.host.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.SynchronousBundleListener;
import org.standardops.atom.host.sample.BrokenAtom;
import org.standardops.atom.host.sample.HangingAtom;
import org.standardops.engine.port.BundleState;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.task.AtomRef;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleInstaller.Installation;
import org.standardops.services.port.BundleInstaller.InstalledBundle;

class AtomInstallerTest {

  private static final String NAME = "org.example.sample";
  private static final BundleId ID = new BundleId(NAME, "1.0.0");
  private static final AtomRef SAMPLE = new AtomRef("sample", "1.0.0");

  private final InMemoryBundleStore store = new InMemoryBundleStore();
  @TempDir private Path folder;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.restored(folder.resolve("cache"), store);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void bringsAnAtomIntoTheCatalogue() {
    InstalledBundle installed = server.installer.install(jar("1.0.0").file(), "root").bundle();

    assertThat(installed.codes()).containsExactly("sample");
    assertThat(installed.state()).isEqualTo(BundleState.ACTIVE);
    assertThat(installed.problem()).isEmpty();
    assertThat(server.installer.list()).containsExactly(installed);
    assertThat(server.catalogue.find(new AtomRef("sample", "1.0.0")))
        .hasValueSatisfying(
            atom -> assertThat(atom.description().bundle()).isEqualTo("org.example.sample 1.0.0"));
  }

  @Test
  void runsTwoVersionsSideBySide() {
    server.installer.install(jar("1.0.0").file(), "root");
    server.installer.install(jar("1.1.0").file(), "root");

    assertThat(server.catalogue.all())
        .extracting(atom -> atom.description().atom().version())
        .containsExactly("1.1.0", "1.0.0");
    assertThat(server.catalogue.newest("sample", Optional.empty()))
        .hasValueSatisfying(
            atom -> assertThat(atom.description().atom().version()).isEqualTo("1.1.0"));
  }

  @Test
  void disturbsNoOtherBundle() {
    server.installer.install(jar("1.0.0").file(), "root");
    List<Bundle> others = List.of(server.framework().getBundleContext().getBundles());
    List<Bundle> disturbed = Collections.synchronizedList(new ArrayList<>());
    SynchronousBundleListener listener = event -> disturbed.add(event.getBundle());
    server.framework().getBundleContext().addBundleListener(listener);

    server.installer.install(jar("1.1.0").file(), "root");

    assertThat(disturbed).isNotEmpty().doesNotContainAnyElementsOf(others);
  }

  @Test
  void answersTheSameBytesAgainAsTheyAre() {
    Installation first = server.installer.install(jar("1.0.0").file(), "root");

    assertThat(first.isNew()).isTrue();
    assertThat(server.installer.install(jar("1.0.0").file(), "ann"))
        .isEqualTo(new Installation(first.bundle(), false));
    assertThat(store.list()).hasSize(1);
  }

  @Test
  void refusesOtherBytesOfAVersionThatIsThere() {
    server.installer.install(jar("1.0.0").file(), "root");

    assertThatThrownBy(
            () -> server.installer.install(jar("1.0.0").file("more", "x").file(), "root"))
        .isInstanceOfSatisfying(
            ProductException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ALREADY_EXISTS));
    assertThat(server.atomBundles()).hasSize(1);
  }

  @Test
  void refusesAnAtomThatAnotherBundleBrings() {
    server.installer.install(jar("1.0.0").file(), "root");

    assertThat(refusal(new SampleJar("org.example.thief", "2.0.0", "sample")))
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(tuple("/atoms~1sample.json/code", "CODE_TAKEN"));
  }

  @Test
  void refusesAnAtomOfABundleThatIsOnlyKept() throws Exception {
    server.installer.install(jar("1.0.0").file(), "root");
    server.stop();
    store.damage(ID);
    server = TestServer.restored(folder.resolve("another-cache"), store);

    assertThat(refusal(new SampleJar("org.example.thief", "2.0.0", "sample")))
        .extracting(Fault::code)
        .containsExactly("CODE_TAKEN");
  }

  @Test
  void leavesNothingBehindOfABundleWhoseAtomDoesNotCome() {
    assertThat(refusal(jar("1.0.0").without("Service-Component")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("sample 1.0.0", "@AtomCode"));
    assertNothingIsThere();
  }

  @Test
  void leavesNothingBehindOfAnAtomThatCannotBeMade() {
    assertThat(refusal(jar("1.0.0").madeBy(BrokenAtom.class)))
        .singleElement()
        .satisfies(
            fault -> assertThat(fault.message()).contains("sample 1.0.0", "could not be made"));
    assertNothingIsThere();
  }

  @Test
  void givesUpOnAnAtomThatHangsAndGoesOn() {
    assertThat(refusal(jar("1.0.0").madeBy(HangingAtom.class)))
        .singleElement()
        .satisfies(
            fault -> assertThat(fault.message()).contains("did not start within", "it hangs at"));
    assertNothingIsThere();
    assertThat(server.installer.install(jar("1.0.0").file(), "root").isNew()).isTrue();
  }

  @Test
  void newTasksGetTheHighestActiveVersionOfAMajor() {
    server.installer.install(jar("1.0.0").file(), "root");
    server.installer.install(jar("1.1.0").file(), "root");
    server.installer.install(jar("2.0.0").file(), "root");

    server.installer.change(new BundleId(NAME, "1.1.0"), BundleState.RETIRED, "root");

    assertThat(newest(Optional.of(1))).contains("1.0.0");
    assertThat(newest(Optional.empty())).contains("2.0.0");
    assertThat(server.catalogue.find(new AtomRef("sample", "1.1.0"))).isPresent();
    assertThat(server.catalogue.state(new AtomRef("sample", "1.1.0")))
        .isEqualTo(BundleState.RETIRED);

    server.installer.change(new BundleId(NAME, "1.1.0"), BundleState.ACTIVE, "root");

    assertThat(newest(Optional.of(1))).contains("1.1.0");
  }

  @Test
  void whatWasDecidedHoldsOverARestart() throws Exception {
    server.installer.install(jar("1.0.0").file(), "root");
    server.installer.install(jar("1.1.0").file(), "root");
    server.installer.change(new BundleId(NAME, "1.1.0"), BundleState.DRAINING, "root");
    server.stop();

    server = TestServer.restored(folder.resolve("cache"), store);

    assertThat(newest(Optional.of(1))).contains("1.0.0");
    assertThat(server.installer.draining())
        .extracting(bundle -> bundle.id().version())
        .containsExactly("1.1.0");
  }

  @Test
  void removesOnlyWhatDrains() {
    server.installer.install(jar("1.0.0").file(), "root");

    assertThat(server.installer.remove(ID, false, "root")).isFalse();
    server.installer.change(ID, BundleState.DRAINING, "root");
    assertThat(server.installer.remove(ID, false, "root")).isTrue();

    assertNothingIsThere();
    assertThat(store.removed()).isEmpty();
    assertThat(server.installer.remove(ID, false, "root")).isTrue();
  }

  @Test
  void tellsWhichBundleBroughtAnAtomThatWent() throws Exception {
    server.installer.install(jar("1.0.0").file(), "root");

    server.installer.remove(ID, true, "root");

    assertThat(server.catalogue.bundleOf(SAMPLE)).contains("org.example.sample 1.0.0");
    server.stop();
    server = TestServer.restored(folder.resolve("cache"), store);
    assertThat(server.catalogue.bundleOf(SAMPLE)).contains("org.example.sample 1.0.0");
  }

  @Test
  void otherBytesDoNotTakeTheNameThatTasksWaitFor() {
    server.installer.install(jar("1.0.0").file(), "root");
    server.needed.add("sample 1.0.0");
    server.installer.remove(ID, true, "root");
    SampleJar other = jar("1.0.0").file("more", "x");

    assertThatThrownBy(() -> server.installer.install(other.file(), "root"))
        .isInstanceOfSatisfying(
            ProductException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ALREADY_EXISTS));

    server.needed.clear();
    assertThat(server.installer.install(other.file(), "root").isNew()).isTrue();
  }

  @Test
  void knowsNoBundleThatIsNotThere() {
    assertThatThrownBy(() -> server.installer.change(ID, BundleState.RETIRED, "root"))
        .isInstanceOfSatisfying(
            ProductException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void leavesNothingBehindWhenTheDatabaseGoesAway() {
    Path jar = jar("1.0.0").file();
    server.catalogue.onChange(() -> store.away(!server.catalogue.all().isEmpty()));

    assertThatThrownBy(() -> server.installer.install(jar, "root"))
        .isInstanceOf(ProductException.class);

    store.away(false);
    assertNothingIsThere();
  }

  @Test
  void bringsBackWhatIsStoredWhenTheCacheWasDeleted() throws Exception {
    server.installer.install(jar("1.0.0").file(), "root");
    server.installer.install(jar("1.1.0").file(), "root");
    server.stop();

    server = TestServer.restored(folder.resolve("another-cache"), store);

    assertThat(server.catalogue.all()).hasSize(2);
    assertThat(server.installer.list())
        .extracting(InstalledBundle::problem)
        .containsOnly(Optional.empty());
  }

  @Test
  void keepsBundlesOverARestart() throws Exception {
    server.installer.install(jar("1.0.0").file(), "root");
    long id = server.atomBundles().get(0).getBundleId();
    server.stop();

    server = TestServer.restored(folder.resolve("cache"), store);

    assertThat(server.atomBundles()).extracting(Bundle::getBundleId).containsExactly(id);
    assertThat(server.catalogue.all()).hasSize(1);
  }

  @Test
  void removesAtARestartWhatIsNotStoredAnyMore() throws Exception {
    server.installer.install(jar("1.0.0").file(), "root");
    server.stop();
    store.remove(ID, Optional.empty());

    server = TestServer.restored(folder.resolve("cache"), store);

    assertNothingIsThere();
  }

  @Test
  void replacesAtARestartWhatWasMadeOfOtherBytes() throws Exception {
    server.installer.install(jar("1.0.0").file(), "root");
    server.stop();
    InMemoryBundleStore other = new InMemoryBundleStore();
    server = TestServer.restored(folder.resolve("other-cache"), other);
    server.installer.install(jar("1.0.0").file("more", "x").file(), "root");
    server.stop();

    server = TestServer.restored(folder.resolve("cache"), other);

    assertThat(server.atomBundles())
        .singleElement()
        .satisfies(bundle -> assertThat(bundle.getEntry("more")).isNotNull());
    assertThat(server.catalogue.all()).hasSize(1);
  }

  @Test
  void startsWhatACrashLeftInstalledOnly() throws Exception {
    server.installer.install(jar("1.0.0").file(), "root");
    server.atomBundles().get(0).stop();
    assertThat(server.catalogue.all()).isEmpty();
    server.stop();

    server = TestServer.restored(folder.resolve("cache"), store);

    assertThat(server.catalogue.all()).hasSize(1);
  }

  @Test
  void tellsWhyAStoredBundleDoesNotRunUntilItsBytesAreBack() throws Exception {
    Path jar = jar("1.0.0").file();
    server.installer.install(jar, "root");
    server.stop();
    store.damage(ID);

    server = TestServer.restored(folder.resolve("another-cache"), store);

    assertThat(server.installer.list().get(0).problem().orElseThrow())
        .contains("damaged", "Upload the same jar again");
    assertThat(server.installer.problems())
        .singleElement()
        .asString()
        .contains("org.example.sample:1.0.0", "damaged");

    assertThat(server.installer.install(jar, "root").isNew()).isFalse();
    assertThat(server.installer.problems()).isEmpty();
    assertThat(server.catalogue.all()).hasSize(1);
    server.stop();
    server = TestServer.restored(folder.resolve("third-cache"), store);
    assertThat(server.installer.problems()).isEmpty();
  }

  private static SampleJar jar(String version) {
    return new SampleJar(NAME, version, "sample");
  }

  private Optional<String> newest(Optional<Integer> major) {
    return server
        .catalogue
        .newest("sample", major)
        .map(atom -> atom.description().atom().version());
  }

  private List<Fault> refusal(SampleJar jar) {
    ProductException refused =
        catchThrowableOfType(
            ProductException.class, () -> server.installer.install(jar.file(), "root"));
    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID);
    return refused.faults();
  }

  private void assertNothingIsThere() {
    assertThat(server.atomBundles()).isEmpty();
    assertThat(store.list()).isEmpty();
    assertThat(server.catalogue.all()).isEmpty();
  }
}
