package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.AuditRecord.Outcome;
import org.standardops.services.AuditService.Note;

class AuditTest {

  private TestServer server;
  private ApiClient admin;

  @BeforeEach
  void start() {
    server = new TestServer();
    admin = server.as("admin");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Note onlyNote() {
    assertThat(server.audit.notes()).hasSize(1);
    return server.audit.notes().get(0).note();
  }

  @Test
  void recordsAChangeWithWhatCameOfIt() {
    admin.post("/businesses", "{\"id\": \"b1\", \"name\": \"One\"}").expect(201);

    Note note = onlyNote();
    assertThat(server.audit.notes().get(0).caller().name()).isEqualTo("admin");
    assertThat(note.operation()).isEqualTo("CREATE_BUSINESS");
    assertThat(note.resource()).isEqualTo("/businesses/b1");
    assertThat(note.outcome()).isEqualTo(Outcome.DONE);
    assertThat(note.after()).hasValueSatisfying(json -> assertThat(json).contains("\"One\""));
  }

  @Test
  void recordsACallThatIsRepeatedOnce() {
    String person =
        "{\"name\": \"dan\", \"displayName\": \"Dan\", \"password\": \"long enough it is\"}";
    admin.post("/people", person, "Idempotency-Key", "k1").expect(201);

    ApiClient.Answer again = admin.post("/people", person, "Idempotency-Key", "k1").expect(201);

    assertThat(again.header("Idempotency-Repeated")).isEqualTo("true");
    assertThat(onlyNote().operation()).isEqualTo("CREATE_PERSON");
  }

  @Test
  void recordsNoReading() {
    admin.get("/businesses").expect(200);

    assertThat(server.audit.notes()).isEmpty();
  }

  @Test
  void recordsNoSecret() {
    admin.put("/businesses/web/secrets/key", "{\"value\": \"open sesame\"}").expect(204);

    Note note = onlyNote();
    assertThat(note.operation()).isEqualTo("SET_SECRET");
    assertThat(note.business()).hasValueSatisfying(id -> assertThat(id.value()).isEqualTo("web"));
    assertThat(note.toString()).doesNotContain("sesame");
  }

  @Test
  void recordsWhatWasNotFound() {
    admin.get("/people/nobody").expectProblem(404, "NOT_FOUND");

    Note note = onlyNote();
    assertThat(note.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(note.resource()).isEqualTo("/people/nobody");
  }

  @Test
  void recordsAFailedSignInWithTheNameThatWasTried() {
    String wrong =
        Base64.getEncoder().encodeToString("intruder:guess".getBytes(StandardCharsets.UTF_8));
    server
        .as("")
        .get("/businesses", "Authorization", "Basic " + wrong)
        .expectProblem(401, "UNAUTHENTICATED");

    Note note = onlyNote();
    assertThat(note.operation()).isEqualTo("SIGN_IN");
    assertThat(server.audit.notes().get(0).caller().name()).isEqualTo("intruder");
  }

  @Test
  void listsByOperation() {
    admin.put("/businesses/web/secrets/key", "{\"value\": \"open sesame\"}").expect(204);
    admin.delete("/businesses/web/secrets/key").expect(204);

    assertThat(admin.get("/audit?what=DELETE_SECRET").expect(200).json().get("items")).hasSize(1);
    assertThat(admin.get("/audit?from=yesterday").expectProblem(422, "INVALID").faults())
        .containsExactly("?from INVALID_VALUE");
  }
}
