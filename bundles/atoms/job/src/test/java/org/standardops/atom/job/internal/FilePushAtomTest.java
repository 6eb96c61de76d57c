package org.standardops.atom.job.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.standardops.atom.Atom;
import org.standardops.atom.Business;
import org.standardops.atom.Host;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.job.testing.OpenSshServer;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;
import org.standardops.atom.testkit.TestBusiness;
import org.standardops.atom.testkit.TestCall;

class FilePushAtomTest extends AtomContract {

  @TempDir private static Path folder;
  private static OpenSshServer server;
  private static FilePushAtom atom;

  @BeforeAll
  static void start() {
    server = OpenSshServer.start(folder);
    atom = new FilePushAtom();
  }

  @AfterAll
  static void stop() {
    atom.close();
    server.close();
  }

  @Override
  protected Atom atom() {
    return atom;
  }

  @Override
  protected String code() {
    return "job-file-push";
  }

  @Override
  protected Business business() {
    return TestBusiness.withoutHosts()
        .with(new Host("10.0.0.11", 22, "", List.of(), "ops", Optional.of("key")));
  }

  @Test
  void writesTextAndBytes() throws Exception {
    byte[] bytes = new byte[300_000];
    new java.util.Random(7).nextBytes(bytes);
    Outcome outcome =
        push(
            false,
            Map.of("path", "~/text it's", "content", "größe $HOME\n", "mode", "640"),
            Map.of("path", "~/bytes", "contentBase64", Base64.getEncoder().encodeToString(bytes)));
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(at("text it's")).hasContent("größe $HOME\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at("text it's"))))
        .isEqualTo("rw-r-----");
    assertThat(at("bytes")).hasBinaryContent(bytes);
  }

  @Test
  void keepsModeAndOldFile() throws Exception {
    Files.writeString(at("old"), "before");
    Files.setPosixFilePermissions(at("old"), PosixFilePermissions.fromString("rwx--x---"));
    assertThat(push(true, Map.of("path", at("old").toString(), "content", "after")))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(at("old")).hasContent("after");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at("old"))))
        .isEqualTo("rwx--x---");
    assertThat(at("old.t1-n1-1")).hasContent("before");
  }

  @Test
  void secondTimeChangesNothing() throws Exception {
    Map<String, Object> file = Map.of("path", "~/twice", "content", "same");
    push(true, file);
    assertThat(push(true, file)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(server.home().toFile().list((dir, name) -> name.startsWith("twice")))
        .containsExactly("twice");
  }

  @Test
  void tellsWhereItCannotWriteAndLeavesNothing() throws Exception {
    Outcome.Failed failed =
        (Outcome.Failed) push(false, Map.of("path", "~/no/such", "content", "x"));
    assertThat(failed.code()).isEqualTo("PUSH_FAILED");
    assertThat(failed.reason()).contains("~/no/such", "its folder is not there");
    assertThat(
            ((Outcome.Failed)
                    push(false, Map.of("path", "~/f", "content", "x", "owner", "nobody-here")))
                .reason())
        .contains("cannot be given to 'nobody-here'");
    assertThat(server.home().toFile().list((dir, name) -> name.startsWith(".sops"))).isEmpty();
  }

  @Test
  void checksPathsAndBytes() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("hosts", List.of("192.0.2.1"));
    parameters.put(
        "files",
        List.of(
            Map.of("path", "relative", "content", ""), Map.of("path", "/x", "contentBase64", "A")));
    assertThat(atom.check(new Parameters(parameters), TestBusiness.withoutHosts()))
        .extracting("pointer")
        .containsExactlyInAnyOrder("/hosts/0", "/files/0/path", "/files/1/contentBase64");
  }

  private Outcome push(boolean backup, Map<?, ?>... files) throws Exception {
    TestCall call =
        TestCall.with(
            Map.of(
                "hosts",
                List.of("127.0.0.1:" + server.port()),
                "files",
                List.of(files),
                "backup",
                backup));
    call.host(
        new Host("127.0.0.1", server.port(), "", List.of(), server.user(), Optional.of("key")),
        server.userKey("rsa"));
    return new AtomRun(atom, code(), call).toEnd();
  }

  private static Path at(String name) {
    return server.home().resolve(name);
  }
}
