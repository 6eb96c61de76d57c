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
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.task.AtomRef;
import org.standardops.services.port.BundleInstaller.InstalledBundle;

class AtomInstallerTest {

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
    InstalledBundle installed = server.installer.install(jar("1.0.0").bytes(), "root");

    assertThat(installed.atoms()).containsExactly("sample");
    assertThat(installed.state()).isEqualTo("ACTIVE");
    assertThat(server.installer.list()).containsExactly(installed);
    assertThat(server.catalogue.find(new AtomRef("sample", "1.0.0")))
        .hasValueSatisfying(
            atom -> assertThat(atom.description().bundle()).isEqualTo("org.example.sample 1.0.0"));
  }

  @Test
  void runsTwoVersionsSideBySide() {
    server.installer.install(jar("1.0.0").bytes(), "root");
    server.installer.install(jar("1.1.0").bytes(), "root");

    assertThat(server.catalogue.all())
        .extracting(atom -> atom.description().atom().version())
        .containsExactly("1.1.0", "1.0.0");
    assertThat(server.catalogue.newest("sample", Optional.empty()))
        .hasValueSatisfying(
            atom -> assertThat(atom.description().atom().version()).isEqualTo("1.1.0"));
  }

  @Test
  void disturbsNoOtherBundle() {
    server.installer.install(jar("1.0.0").bytes(), "root");
    List<Bundle> others = List.of(server.framework().getBundleContext().getBundles());
    List<Bundle> disturbed = Collections.synchronizedList(new ArrayList<>());
    SynchronousBundleListener listener = event -> disturbed.add(event.getBundle());
    server.framework().getBundleContext().addBundleListener(listener);

    server.installer.install(jar("1.1.0").bytes(), "root");

    assertThat(disturbed).isNotEmpty().doesNotContainAnyElementsOf(others);
  }

  @Test
  void answersTheSameBytesAgainAsTheyAre() {
    InstalledBundle first = server.installer.install(jar("1.0.0").bytes(), "root");

    assertThat(server.installer.install(jar("1.0.0").bytes(), "ann")).isEqualTo(first);
    assertThat(store.list()).hasSize(1);
  }

  @Test
  void refusesOtherBytesOfAVersionThatIsThere() {
    server.installer.install(jar("1.0.0").bytes(), "root");

    assertThatThrownBy(
            () -> server.installer.install(jar("1.0.0").file("more", "x").bytes(), "root"))
        .isInstanceOfSatisfying(
            ProductException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ALREADY_EXISTS));
    assertThat(server.atomBundles()).hasSize(1);
  }

  @Test
  void refusesAnAtomThatAnotherBundleBrings() {
    server.installer.install(jar("1.0.0").bytes(), "root");

    assertThat(refusal(new SampleJar("org.example.thief", "2.0.0", "sample")))
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(tuple("/atoms~1sample.json/code", "CODE_TAKEN"));
  }

  @Test
  void leavesNothingBehindOfABundleThatDoesNotStart() {
    SampleJar jar =
        jar("1.0.0").header("Require-Capability", "osgi.ee;filter:=\"(osgi.ee=JavaSE/99)\"");

    assertThat(refusal(jar)).extracting(Fault::code).containsExactly("NOT_STARTED");
    assertNothingIsThere();
  }

  @Test
  void leavesNothingBehindOfABundleWhoseAtomDoesNotCome() {
    SampleJar jar = jar("1.0.0").without("Service-Component");

    assertThat(refusal(jar))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("sample 1.0.0", "@AtomCode"));
    assertNothingIsThere();
  }

  @Test
  void bringsBackWhatIsStoredWhenTheCacheWasDeleted() throws Exception {
    server.installer.install(jar("1.0.0").bytes(), "root");
    server.installer.install(jar("1.1.0").bytes(), "root");
    server.stop();

    server = TestServer.restored(folder.resolve("another-cache"), store);

    assertThat(server.catalogue.all()).hasSize(2);
    assertThat(server.installer.list()).extracting(InstalledBundle::state).containsOnly("ACTIVE");
  }

  @Test
  void keepsBundlesOverARestart() throws Exception {
    server.installer.install(jar("1.0.0").bytes(), "root");
    long id = server.atomBundles().get(0).getBundleId();
    server.stop();

    server = TestServer.restored(folder.resolve("cache"), store);

    assertThat(server.atomBundles()).extracting(Bundle::getBundleId).containsExactly(id);
    assertThat(server.catalogue.all()).hasSize(1);
  }

  @Test
  void removesAtARestartWhatIsNotStoredAnyMore() throws Exception {
    server.installer.install(jar("1.0.0").bytes(), "root");
    server.stop();
    store.remove("org.example.sample", "1.0.0");

    server = TestServer.restored(folder.resolve("cache"), store);

    assertNothingIsThere();
  }

  @Test
  void replacesAtARestartWhatWasMadeOfOtherBytes() throws Exception {
    server.installer.install(jar("1.0.0").bytes(), "root");
    server.stop();
    InMemoryBundleStore other = new InMemoryBundleStore();
    server = TestServer.restored(folder.resolve("other-cache"), other);
    server.installer.install(jar("1.0.0").file("more", "x").bytes(), "root");
    server.stop();

    server = TestServer.restored(folder.resolve("cache"), other);

    assertThat(server.atomBundles())
        .singleElement()
        .satisfies(bundle -> assertThat(bundle.getEntry("more")).isNotNull());
    assertThat(server.catalogue.all()).hasSize(1);
  }

  @Test
  void startsWhatACrashLeftInstalledOnly() throws Exception {
    server.installer.install(jar("1.0.0").bytes(), "root");
    server.atomBundles().get(0).stop();
    assertThat(server.catalogue.all()).isEmpty();
    server.stop();

    server = TestServer.restored(folder.resolve("cache"), store);

    assertThat(server.catalogue.all()).hasSize(1);
  }

  @Test
  void tellsWhyAStoredBundleDoesNotRun() throws Exception {
    byte[] jar = jar("1.0.0").bytes();
    server.installer.install(jar, "root");
    server.stop();
    InMemoryBundleStore damaged = new InMemoryBundleStore();
    jar[jar.length / 2] ^= 1;
    damaged.add(store.list().get(0), jar);

    server = TestServer.restored(folder.resolve("another-cache"), damaged);

    assertThat(server.installer.list())
        .singleElement()
        .satisfies(bundle -> assertThat(bundle.state()).contains("damaged"));
  }

  private static SampleJar jar(String version) {
    return new SampleJar("org.example.sample", version, "sample");
  }

  private List<Fault> refusal(SampleJar jar) {
    ProductException refused =
        catchThrowableOfType(
            ProductException.class, () -> server.installer.install(jar.bytes(), "root"));
    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID);
    return refused.faults();
  }

  private void assertNothingIsThere() {
    assertThat(server.atomBundles()).isEmpty();
    assertThat(store.list()).isEmpty();
    assertThat(server.catalogue.all()).isEmpty();
  }
}
