package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.atom.job.testing.OpenSshServer;

/** Scripts and files on hosts: a real OpenSSH server, and the server killed while they run. */
class JobIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static Path folder;
  private static OpenSshServer ssh;
  private static Web web;

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory("standardops-ssh");
    ssh = OpenSshServer.start(folder);
    web = Web.on(new ServerProcess(Download.shared()));
    web.ann()
        .put("/businesses/web/secrets/ssh-key", Map.of("value", ssh.userKey("ed25519")))
        .expect(204);
    List<Object> hosts = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      hosts.add(host("127.0.0." + i, ssh.port()));
    }
    hosts.add(host("127.0.0.1", 1));
    web.admin().put("/businesses/web/hosts", Map.of("hosts", hosts)).expect(200);
  }

  private static Map<String, Object> host(String address, int port) {
    Map<String, Object> host = new HashMap<>();
    host.put("host", address);
    host.put("port", port);
    host.put("groups", List.of("web"));
    host.put("user", ssh.user());
    host.put("credential", Map.of("secret", "ssh-key"));
    return host;
  }

  @AfterAll
  static void stop() throws IOException {
    web.server().close();
    ssh.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @Test
  void scriptSurvivesTheServersDeathAndIsStartedOnce() throws IOException {
    String task =
        script(2, "echo x >> ~/started; sleep 6; echo '<SOPS_VAR>answer:42</SOPS_VAR>'; echo end");
    await().atMost(SOON).until(() -> lines("started").size() == 2);

    web.server().kill();
    web.server().start();

    JsonNode done = web.awaitState(task, "SUCCEEDED");
    JsonNode outputs = Web.node(done, "n").get("outputs");
    assertThat(outputs.get("answer").asText()).isEqualTo("42");
    assertThat(outputs.get("results"))
        .hasSize(2)
        .allSatisfy(
            result -> {
              assertThat(result.get("state").asText()).isEqualTo("SUCCEEDED");
              assertThat(result.get("exitCode").asInt()).isZero();
              assertThat(result.get("output").asText()).endsWith("end");
            });
    assertThat(lines("started")).hasSize(2);
    assertThat(log(task, name(1))).contains(" end\n").doesNotContain("127.0.0.2");
  }

  @Test
  void serverKilledAtOnceStartsNothingTwice() throws IOException {
    String task = script(5, "echo x >> ~/at-once; sleep 1");

    web.server().kill();
    web.server().start();

    web.awaitState(task, "SUCCEEDED");
    assertThat(lines("at-once")).hasSize(5);
  }

  @Test
  void terminateEndsTheProcessGroup() {
    String task = script(1, "echo x >> ~/group; sleep 4711 & sleep 4712");
    await().atMost(SOON).until(() -> processes("sleep 471[12]") == 2);

    web.ann().post("/tasks/" + task + "/terminate", Map.of()).expect(200);

    web.awaitState(task, "TERMINATED");
    assertThat(processes("sleep 471[12]")).isZero();
  }

  @Test
  void foreignHostIsRefusedAtValidationAndAtTheCall() {
    Map<String, Object> params = Map.of("hosts", List.of("192.0.2.7"), "script", "true");
    JsonNode refusal =
        web.ann().post("/businesses/web/processes", process(params)).expect(422).json();
    assertThat(refusal.get("errors").get(0).get("pointer").asText()).endsWith("/params/hosts/0");
    assertThat(refusal.get("errors").get(0).get("message").asText())
        .contains("192.0.2.7", "none of this business's hosts");

    String task = scriptNowAndLater("true");
    web.awaitNode(task, "n", "SUCCEEDED");
    JsonNode hosts = web.admin().get("/businesses/web/hosts?limit=200").expect(200).json();
    try {
      web.admin().put("/businesses/web/hosts", Map.of("hosts", List.of())).expect(200);
      web.ann().post("/tasks/" + task + "/steps/later_step/continue", Map.of()).expect(200);
      JsonNode failed = web.awaitNode(task, "later", "FAILED");
      assertThat(failed.get("error").get("message").asText())
          .contains("none of this business's hosts");
    } finally {
      web.admin().put("/businesses/web/hosts", Map.of("hosts", hosts.get("items"))).expect(200);
    }
  }

  @Test
  void hostThatIsGoneFailsClearlyAndTheOthersAreNotDoneAgain() throws IOException {
    Map<String, Object> params = new HashMap<>();
    params.put("hosts", List.of(name(1), "127.0.0.1:1"));
    params.put("script", "echo x >> ~/gone");
    String task = web.start(web.processOf("job-script", params), Map.of());
    JsonNode failed = web.awaitNode(task, "n", "FAILED");
    assertThat(failed.get("error").get("message").asText())
        .contains("1 of 2 hosts", "127.0.0.1:1", "Connection refused");

    Map<String, Object> retry =
        Map.of("params", Map.of("hosts", List.of(name(1), name(2)), "onlyFailedHosts", true));
    web.ann().post("/tasks/" + task + "/nodes/n/retry", retry).expect(200);

    JsonNode done = web.awaitState(task, "SUCCEEDED");
    assertThat(Web.node(done, "n").get("outputs").get("results")).hasSize(2);
    assertThat(lines("gone")).hasSize(2);
  }

  @Test
  void changedHostKeyIsRefusedUntilAnAdminSaysOtherwise() {
    web.awaitState(script(3, "true"), "SUCCEEDED");
    String known = keyOf(name(3));
    assertThat(known).matches("(ssh-ed25519|ecdsa-sha2-nistp256) .*");
    String other =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKgh0aXOUvEAwYCSSXvGJcvM4Z4UAuT6mBwkUxIgbQzf";
    setKey(name(3), other);

    String task =
        web.start(
            web.processOf("job-script", Map.of("hosts", List.of(name(3)), "script", "true")),
            Map.of());
    assertThat(web.awaitNode(task, "n", "FAILED").get("error").get("message").asText())
        .contains("has changed", "known is SHA256:", "it shows SHA256:");
    assertThat(keyOf(name(3))).isEqualTo(other);

    setKey(name(3), known);
    web.ann().post("/tasks/" + task + "/nodes/n/retry", Map.of()).expect(200);
    web.awaitState(task, "SUCCEEDED");
  }

  @Test
  void gigabyteOfOutputLeavesTheServerUnmoved() {
    long before = residentKilobytes();
    String task =
        script(1, "echo first; head -c 1000000000 /dev/zero | tr '\\0' x; echo; echo last");
    JsonNode done = web.awaitState(task, "SUCCEEDED");
    long after = residentKilobytes();

    JsonNode result = Web.node(done, "n").get("outputs").get("results").get(0);
    assertThat(result.get("output").asText()).endsWith("last").hasSizeLessThan(3_000);
    assertThat(log(task, name(1))).contains("first", "bytes of output are left out here");
    System.out.printf(
        "1 GB of output: resident set %d MB before, %d MB after%n", before >> 10, after >> 10);
    assertThat(after - before).as("growth of the server in kB").isLessThan(300_000);
  }

  @Test
  void hundredHostsAtATime() throws IOException {
    long begun = System.nanoTime();
    Map<String, Object> params = new HashMap<>();
    params.put("hosts", names(100));
    params.put("parallel", 50);
    params.put("script", "echo x >> ~/hundred");
    String task = web.start(web.processOf("job-script", params), Map.of());
    JsonNode done = web.awaitState(task, "SUCCEEDED");
    System.out.printf("100 hosts: %.1f s%n", (System.nanoTime() - begun) / 1e9);
    assertThat(Web.node(done, "n").get("outputs").get("results")).hasSize(100);
    assertThat(lines("hundred")).hasSize(100);
  }

  @Test
  void pushesFileAndOffersTheBusinesssHosts() {
    Map<String, Object> file = Map.of("path", "~/pushed.conf", "content", "a = ${task.id}\n");
    String task =
        web.start(
            web.processOf("job-file-push", Map.of("hosts", names(1), "files", List.of(file))),
            Map.of());
    web.awaitState(task, "SUCCEEDED");
    assertThat(ssh.home().resolve("pushed.conf")).hasContent("a = " + task + "\n");

    JsonNode atoms = web.ann().get("/atoms?limit=200").expect(200).json().get("items");
    String version = "";
    for (JsonNode atom : atoms) {
      version =
          atom.get("code").asText().equals("job-script") ? atom.get("version").asText() : version;
    }
    JsonNode choices =
        web.ann()
            .post(
                "/atoms/job-script/" + version + "/options",
                Map.of("business", "web", "field", "hosts", "q", "127.0.0.77"))
            .expect(200)
            .json();
    assertThat(choices.get("items")).hasSize(1);
    assertThat(choices.get("items").get(0).get("value").asText()).isEqualTo(name(77));
  }

  @Test
  void keyReachesNoLogAndNoAnswer() throws IOException {
    String task = script(1, "cat ~/../user_ed25519; exit 1");
    web.awaitNode(task, "n", "FAILED");
    String body = ssh.userKey("ed25519").split("\n")[2];
    assertThat(web.task(task).toString()).doesNotContain(body);
    assertThat(log(task, name(1))).doesNotContain(body);
    assertThat(web.ann().get("/businesses/web/hosts?limit=1").expect(200).text())
        .contains("\"secret\":\"ssh-key\"")
        .doesNotContain(body);
  }

  private static String script(int hosts, String script) {
    return web.start(
        web.processOf("job-script", Map.of("hosts", names(hosts), "script", script)), Map.of());
  }

  /** The node {@code n} runs at once, {@code later} when a person continues its step. */
  private static String scriptNowAndLater(String script) {
    Map<String, Object> params = Map.of("hosts", names(1), "script", script);
    Map<String, Object> later = new HashMap<>(step("later_step", "later", params));
    later.put("start", "MANUAL");
    return web.start(
        web.process(
            Map.of(
                "name",
                "Script",
                "type",
                "OTHER",
                "steps",
                List.of(step("s", "n", params), later))),
        Map.of());
  }

  private static Map<String, Object> process(Map<String, Object> params) {
    return Map.of("name", "Script", "type", "OTHER", "steps", List.of(step("s", "n", params)));
  }

  private static Map<String, Object> step(String id, String node, Map<String, Object> params) {
    return Map.of(
        "id",
        id,
        "name",
        "Step",
        "nodes",
        List.of(Map.of("id", node, "name", "Node", "atom", "job-script", "params", params)));
  }

  private static List<String> names(int hosts) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= hosts; i++) {
      names.add(name(i));
    }
    return names;
  }

  private static String name(int host) {
    return "127.0.0." + host + ":" + ssh.port();
  }

  private static String keyOf(String name) {
    for (JsonNode host :
        web.admin().get("/businesses/web/hosts?limit=200").expect(200).json().get("items")) {
      if (name.equals(host.get("host").asText() + ":" + host.get("port").asInt())) {
        return host.get("hostKey").asText();
      }
    }
    throw new AssertionError("No host " + name);
  }

  private static void setKey(String name, String key) {
    List<Object> hosts = new ArrayList<>();
    for (JsonNode host :
        web.admin().get("/businesses/web/hosts?limit=200").expect(200).json().get("items")) {
      ObjectNode copy = host.deepCopy();
      if (name.equals(host.get("host").asText() + ":" + host.get("port").asInt())) {
        copy.put("hostKey", key);
      }
      hosts.add(copy);
    }
    web.admin().put("/businesses/web/hosts", Map.of("hosts", hosts)).expect(200);
  }

  private static String log(String task, String host) {
    return web.ann().get("/tasks/" + task + "/nodes/n/log?section=" + host).expect(200).text();
  }

  private static List<String> lines(String file) throws IOException {
    Path path = ssh.home().resolve(file);
    return Files.exists(path) ? Files.readAllLines(path) : List.of();
  }

  private static long processes(String command) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").matches(".*" + command))
        .count();
  }

  private static long residentKilobytes() {
    try {
      long pid = web.server().process().orElseThrow().pid();
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
