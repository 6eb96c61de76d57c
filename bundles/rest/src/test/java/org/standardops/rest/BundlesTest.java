package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BundlesTest {

  private final TestServer server = new TestServer();
  private final ApiClient admin = server.as("admin");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void areInstalledFromTheirBytesWhichStayInNoFile() {
    ApiClient.Answer answer = install(1).expect(201);

    assertThat(answer.json().at("/atoms/0/name").asText()).isEqualTo("Sample");
    assertThat(answer.json().get("problem").isNull()).isTrue();
    String path = answer.header("Location").substring("/api/v1".length());
    assertThat(path).isEqualTo("/bundles/org.example.atom:1.0.0");
    assertThat(admin.get(path).expect(200).json()).isEqualTo(answer.json());
    assertThat(Files.exists(server.bundles.lastFile().orElseThrow())).isFalse();
  }

  @Test
  void areAnsweredAsTheyAreWhereTheyWereThere() {
    install(1).expect(201);

    assertThat(install(1).expect(200).header("Location"))
        .isEqualTo("/api/v1/bundles/org.example.atom:1.0.0");
  }

  @Test
  void areInstalledOnceForAKeyThatFitsTheirBytes() {
    install(1, "Idempotency-Key", "k").expect(201);

    install(1, "Idempotency-Key", "k").expect(201);
    install(2, "Idempotency-Key", "k").expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void areListedWithTheirTasksAndFoundWithTheirProcesses() {
    install(1).expect(201);
    install(2).expect(201);

    JsonNode first = admin.get("/bundles?limit=1").expect(200).json();
    assertThat(first.at("/items/0/tasks/first/0/id").asText()).isEqualTo("t1");
    assertThat(first.at("/items/0/processes").isNull()).isTrue();
    assertThat(first.get("nextCursor").isNull()).isFalse();
    assertThat(admin.get("/bundles/org.example.atom:1.0.0").json().at("/processes/count").asInt())
        .isZero();
  }

  @Test
  void areRetiredAndActivated() {
    install(1).expect(201);
    String bundle = "/bundles/org.example.atom:1.0.0";

    assertThat(admin.post(bundle + "/retire", "").expect(200).json().get("state").asText())
        .isEqualTo("RETIRED");
    assertThat(admin.post(bundle + "/activate", "").expect(200).json().get("state").asText())
        .isEqualTo("ACTIVE");
  }

  @Test
  void drainWithTheTasksThatNeedThemOrGoByForce() {
    install(1).expect(201);
    String bundle = "/bundles/org.example.atom:1.0.0";

    JsonNode draining = admin.delete(bundle).expect(202).json();
    assertThat(draining.get("state").asText()).isEqualTo("DRAINING");
    assertThat(draining.at("/tasks/count").asInt()).isEqualTo(1);
    admin.delete(bundle + "?force=true").expect(204);
    admin.delete(bundle).expectProblem(404, "NOT_FOUND");
  }

  @Test
  void thatAreNotThereAreNotFound() {
    admin.get("/bundles/none").expectProblem(404, "NOT_FOUND");
    admin.get("/bundles/none:1.0.0").expectProblem(404, "NOT_FOUND");
    admin.post("/bundles/none/retire", "").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void thatAreNoneAreRefused() {
    install(BodyPublishers.ofString("no")).expectProblem(422, "INVALID");
    admin.post("/bundles", "{}").expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void thatAreTooLargeAreRefusedAndStayInNoFile() {
    install(BodyPublishers.ofByteArray(new byte[64 * 1024 * 1024 + 1]))
        .expectProblem(413, "TOO_LARGE");
    assertThat(server.bundles.lastFile()).isEmpty();
  }

  private ApiClient.Answer install(int version, String... headers) {
    return install(BodyPublishers.ofByteArray(new byte[] {'P', 'K', (byte) version}), headers);
  }

  private ApiClient.Answer install(java.net.http.HttpRequest.BodyPublisher jar, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/java-archive";
    return admin.send("POST", "/bundles", jar, all);
  }
}
