package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Does what docs/writing-an-atom.md says, word by word, on the built download. */
class AuthorsPageIT {

  private static final Path DOCS = Path.of(System.getProperty("standardops.docs"));

  private static Web web;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  @Test
  void leadsFromNothingToAnAtomThatRuns() throws Exception {
    AuthorsPage page = AuthorsPage.read(DOCS.resolve("writing-an-atom.md"));
    Path desk = Download.freshFolder("author");
    Map<String, String> settings =
        Map.of(
            "STANDARDOPS", Download.shared().folder().toString(),
            "API", "http://127.0.0.1:" + web.server().httpPort() + "/api/v1",
            "PLATFORM_ADMIN", "admin:" + Web.ADMIN_PASSWORD,
            "BUSINESS", "web",
            "BUSINESS_ADMIN", "ann:" + Web.PASSWORD);
    assertThat(page.settings()).containsExactlyInAnyOrderElementsOf(settings.keySet());

    String output = run(page.script(), desk, settings);

    assertThat(page.seen()).isNotEmpty().allSatisfy(text -> assertThat(output).contains(text));
    JsonNode atom = greeting();
    assertThat(atom.get("name").asText()).isEqualTo("问候");
    assertThat(atom.at("/inputs/properties/names/title").asText()).isEqualTo("问候谁");
    assertThat(atom.at("/inputs/properties/words/default").asText()).isEqualTo("Hello");
  }

  private static JsonNode greeting() {
    for (JsonNode atom :
        web.ann()
            .get("/atoms?limit=200", "Accept-Language", "zh-CN")
            .expect(200)
            .json()
            .get("items")) {
      if (atom.get("code").asText().equals("greeting")) {
        return atom;
      }
    }
    throw new AssertionError("The atom is not in the library.");
  }

  private static String run(String script, Path desk, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path output = desk.resolve("output.txt");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(desk.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    shell.environment().putAll(settings);
    shell.environment().put("PATH", mavenOf(desk) + ":" + System.getenv("PATH"));
    Process process = shell.start();
    boolean ended = process.waitFor(Duration.ofMinutes(5).toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output);
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  /**
   * The Maven of a reader who has built nothing of ours yet: what the world has comes from the
   * repository that this build has filled, ours from the kit alone.
   */
  private static Path mavenOf(Path desk) throws IOException {
    Path bin = Files.createDirectories(desk.resolve(".bin"));
    Path settings = bin.resolve("settings.xml");
    Files.writeString(
        settings,
        """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors>
            <mirror><id>world</id><mirrorOf>central</mirrorOf><url>file://%s</url></mirror>
          </mirrors>
        </settings>
        """
            .formatted(desk.resolve(".m2"), System.getProperty("standardops.repository")));
    Path mvn = bin.resolve("mvn");
    Files.writeString(
        mvn, "#!/bin/sh\nPATH=${PATH#*:} exec mvn -B -s '%s' \"$@\"\n".formatted(settings));
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwx------"));
    return bin;
  }

  @Test
  void everyExampleIsValidForTheServer() throws IOException {
    Path processes = Path.of(System.getProperty("standardops.examples"));
    String shop = Files.readString(processes.resolveSibling("components/shop.yaml"));
    web.admin().post("/components", Map.of("name", "shop", "document", shop)).expect(201);
    try (var files = Files.list(processes)) {
      List<Path> examples = files.sorted().toList();
      assertThat(examples).hasSizeGreaterThanOrEqualTo(4);
      for (Path example : examples) {
        String process = web.exampleProcess(example.getFileName().toString());
        JsonNode validation =
            web.ann()
                .post("/processes/" + process + "/validate", RestClient.empty())
                .expect(200)
                .json();
        assertThat(validation.get("errors")).as(example + ": " + validation).isEmpty();
      }
    }
  }
}
