package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.itests.gate.HangingAtom;

/** A platform admin brings atoms, retires and removes them, while tasks run on them. */
class BundlesIT {

  private static Web web;
  private static Gates gates;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
    gates = new Gates(web);
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  @AfterEach
  void removeAll() {
    gateBundles().forEach(id -> web.admin().delete("/bundles/" + id + "?force=true").expect(204));
  }

  @Test
  void tellsWhatABundleBringsAndWhoUsesIt() {
    byte[] jar = new GateJar("1.0.0").bytes();
    gates.install(jar).expect(201);
    Gates.Waiting waiting = gates.start();

    JsonNode bundle = gates.bundle("1.0.0").expect(200).json();

    assertThat(bundle.get("state").asText()).isEqualTo("ACTIVE");
    assertThat(bundle.get("size").asInt()).isEqualTo(jar.length);
    assertThat(bundle.get("installedBy").asText()).isEqualTo("admin");
    assertThat(bundle.at("/atoms/0/code").asText()).isEqualTo("gate");
    assertThat(bundle.at("/atoms/0/name").asText()).isEqualTo("Gate");
    assertThat(bundle.at("/tasks/first/0/id").asText()).isEqualTo(waiting.task());
    assertThat(bundle.at("/processes/count").asInt()).isPositive();
    assertThat(gates.install(jar).expect(200).json().get("sha256")).isEqualTo(bundle.get("sha256"));
    gates.install(new GateJar("1.0.0").file("more", "x").bytes()).expect(409);
    waiting.open();
    web.awaitState(waiting.task(), "SUCCEEDED");
  }

  @Test
  void newTasksGetTheHighestActiveVersionOfTheProcesssMajor() {
    gates.install("1.0.0").expect(201);
    Gates.Waiting first = gates.start();
    gates.install("1.1.0").expect(201);
    gates.install("2.0.0").expect(201);
    Gates.Waiting second = gates.start();
    String newest = "/bundles/" + GateJar.id("1.1.0");

    web.admin().post(newest + "/retire", "").expect(200);
    Gates.Waiting third = gates.start();
    web.admin().post(newest + "/activate", "").expect(200);
    Gates.Waiting fourth = gates.start();

    Stream.of(first, second, third, fourth).forEach(Gates.Waiting::open);
    assertThat(ranOn(first)).isEqualTo("1.0.0");
    assertThat(ranOn(second)).isEqualTo("1.1.0");
    assertThat(ranOn(third)).isEqualTo("1.0.0");
    assertThat(ranOn(fourth)).isEqualTo("1.1.0");
  }

  @Test
  void aBundleDrainsUntilItsLastTaskHasEnded() {
    gates.install("1.0.0").expect(201);
    Gates.Waiting waiting = gates.start();

    JsonNode draining = gates.remove("1.0.0").expect(202).json();
    assertThat(draining.get("state").asText()).isEqualTo("DRAINING");
    assertThat(draining.at("/tasks/count").asInt()).isEqualTo(1);
    assertThat(newTask()).contains("UNKNOWN_ATOM_VERSION");

    waiting.open();
    assertThat(ranOn(waiting)).isEqualTo("1.0.0");
    await("its end").until(() -> gates.bundle("1.0.0").status() == 404);
    assertThat(inFramework()).isEmpty();
  }

  @Test
  void nodesWaitForABundleThatWasTakenAwayAndGoOnWithItsReturn() {
    byte[] jar = new GateJar("1.0.0").bytes();
    gates.install(jar).expect(201);
    Gates.Waiting waiting = gates.start();
    web.awaitNode(waiting.task(), "n", "WAITING");

    web.admin().delete("/bundles/" + GateJar.id("1.0.0") + "?force=true").expect(204);

    JsonNode wait =
        await("the wait for the bundle")
            .until(
                () -> Web.node(web.task(waiting.task()), "n").get("waitingFor"),
                now -> now.path("kind").asText().equals("ATOM_VERSION"));
    assertThat(wait.get("detail").asText()).contains(GateJar.NAME + " 1.0.0");
    gates.install(new GateJar("1.0.0").file("other", "bytes").bytes()).expect(409);

    gates.install(jar).expect(201);

    waiting.open();
    assertThat(ranOn(waiting)).isEqualTo("1.0.0");
  }

  @Test
  void saysEveryReasonAtOnceAndLeavesNothing() {
    RestClient.Answer refused =
        gates
            .install(
                new GateJar("one")
                    .header("Export-Package", "org.example")
                    .header("Import-Package", "org.slf4j")
                    .header("Bundle-Activator", "org.example.A")
                    .header(
                        "Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=21))\"")
                    .file("../up", "x")
                    .file(
                        "atoms/timer.json", "{\"code\": \"timer\", \"parameters\": {\"type\": 7}}")
                    .bytes())
            .expect(422);

    assertThat(faults(refused))
        .contains(
            " INVALID_JAR",
            "/META-INF~1MANIFEST.MF/Bundle-Version INVALID_MANIFEST",
            "/META-INF~1MANIFEST.MF/Export-Package FORBIDDEN_HEADER",
            "/META-INF~1MANIFEST.MF/Bundle-Activator FORBIDDEN_HEADER",
            "/META-INF~1MANIFEST.MF/Import-Package FORBIDDEN_IMPORT",
            "/META-INF~1MANIFEST.MF/Require-Capability WRONG_JAVA",
            "/atoms~1timer.json/code CODE_TAKEN");
    assertNothingIsLeft();
  }

  @Test
  void refusesWhatIsNoBundleOfAtoms() throws IOException {
    for (byte[] bad :
        List.of(
            new byte[0],
            "hello".getBytes(),
            new byte[1 << 20],
            bomb(),
            new GateJar("1.0.0").without("atoms/gate.json").bytes(),
            new GateJar("1.0.0").without("OSGI-INF/gate.xml").bytes())) {
      assertThat(faults(gates.install(bad).expect(422))).isNotEmpty();
    }
    gates.install(new byte[64 * 1024 * 1024 + 1]).expect(413);
    assertNothingIsLeft();
  }

  @Test
  void givesUpOnAnAtomThatCannotBeMadeAndGoesOn() {
    RestClient.Answer refused =
        gates.install(new GateJar("1.0.0").madeBy(HangingAtom.class).bytes()).expect(422);

    assertThat(refused.text()).contains("NOT_STARTED", "it hangs at");
    assertNothingIsLeft();
    gates.install("1.0.0").expect(201);
    Gates.Waiting waiting = gates.start();
    waiting.open();
    assertThat(ranOn(waiting)).isEqualTo("1.0.0");
  }

  @Test
  void theShellDoesTheSame() throws IOException {
    Path jar =
        Files.write(Download.freshFolder("jars").resolve("g.jar"), new GateJar("3.0.0").bytes());
    String id = GateJar.id("3.0.0");

    String said =
        web.server()
            .shell(
                String.join(
                    "\n",
                    "standardops:bundle-install " + jar,
                    "standardops:bundle-retire " + id,
                    "standardops:bundle-list",
                    "standardops:bundle-activate " + id,
                    "standardops:bundle-info " + id,
                    "standardops:bundle-remove " + id))
            .expectSuccess()
            .output();

    assertThat(said)
        .contains("Installed " + GateJar.NAME + " 3.0.0", "RETIRED", "State      ACTIVE")
        .contains("Removed " + id);
    assertNothingIsLeft();
  }

  private static String ranOn(Gates.Waiting waiting) {
    JsonNode task = web.awaitState(waiting.task(), "SUCCEEDED");
    assertThat(Gates.built(task)).isEqualTo(Gates.version(task));
    return Gates.version(task);
  }

  private static String newTask() {
    return web.ann().post("/businesses/web/processes", gates.definition()).expect(422).text();
  }

  private static List<String> faults(RestClient.Answer answer) {
    List<String> faults = new ArrayList<>();
    answer
        .json()
        .get("errors")
        .forEach(
            fault -> faults.add(fault.get("pointer").asText() + " " + fault.get("code").asText()));
    return faults;
  }

  /** Some KB that would be some hundred MB. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  private static void assertNothingIsLeft() {
    assertThat(gateBundles()).isEmpty();
    assertThat(inFramework()).isEmpty();
    assertThat(files(web.server().data()))
        .noneMatch(file -> file.matches(".*(request|atom-bundle)\\d+.*"));
  }

  private static List<String> gateBundles() {
    List<String> ids = new ArrayList<>();
    for (JsonNode bundle : web.admin().get("/bundles?limit=200").expect(200).json().get("items")) {
      if (bundle.get("symbolicName").asText().equals(GateJar.NAME)) {
        ids.add(bundle.get("id").asText());
      }
    }
    return ids;
  }

  /** Lines of the framework's own list. */
  private static List<String> inFramework() {
    return web.server()
        .shell("bundle:list -s -t 0")
        .expectSuccess()
        .output()
        .lines()
        .filter(line -> line.contains(GateJar.NAME))
        .toList();
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
