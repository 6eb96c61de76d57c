package org.standardops.atom.host.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.standardops.model.task.AtomRef;

class AtomArrivalsTest {

  private static final AtomRef SAMPLE = new AtomRef("sample", "1.0.0");

  @TempDir private Path cache;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(cache, new InMemoryBundleStore());
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void takesAnAtomWhoeverInstalledItsBundle() throws Exception {
    Bundle bundle = installed("org.example.one", jar("org.example.one"));
    await().until(() -> server.catalogue.find(SAMPLE).isPresent());

    bundle.stop();

    assertThat(server.catalogue.all()).isEmpty();
  }

  @Test
  void leavesOutAnAtomWithoutDescription() throws Exception {
    installed("org.example.one", jar("org.example.one").without("atoms/sample.json"));

    assertNothingButTheNextComes();
  }

  @Test
  void leavesOutAnAtomWithABadDescription() throws Exception {
    installed("org.example.one", jar("org.example.one").description("sample", "{}"));

    assertNothingButTheNextComes();
  }

  @Test
  void leavesOutAnAtomWhoseDescriptionIsOfAnother() throws Exception {
    installed(
        "org.example.one",
        jar("org.example.one").description("sample", SampleJar.description("other")));

    assertNothingButTheNextComes();
  }

  @Test
  void putsTheSecondBundleInThePlaceOfTheFirstThatGoes() throws Exception {
    Bundle first = installed("org.example.one", jar("org.example.one"));
    await().until(() -> server.catalogue.find(SAMPLE).isPresent());
    Bundle second = installed("org.example.two", jar("org.example.two"));
    await().until(() -> second.getRegisteredServices() != null);
    assertThat(owner()).isEqualTo("org.example.one 1.0.0");

    first.uninstall();

    assertThat(owner()).isEqualTo("org.example.two 1.0.0");
  }

  /** Services come one after another: when a later one is there, the earlier one was refused. */
  private void assertNothingButTheNextComes() throws Exception {
    installed("org.example.next", new SampleJar("org.example.next", "1.0.0", "next"));
    await().until(() -> !server.catalogue.all().isEmpty());

    assertThat(server.catalogue.all())
        .extracting(atom -> atom.description().atom().code())
        .containsExactly("next");
  }

  private String owner() {
    return server.catalogue.find(SAMPLE).orElseThrow().description().bundle();
  }

  private static SampleJar jar(String symbolicName) {
    return new SampleJar(symbolicName, "1.0.0", "sample");
  }

  private Bundle installed(String location, SampleJar jar) throws Exception {
    Bundle bundle =
        server
            .framework()
            .getBundleContext()
            .installBundle(location, new ByteArrayInputStream(jar.bytes()));
    bundle.start();
    return bundle;
  }
}
