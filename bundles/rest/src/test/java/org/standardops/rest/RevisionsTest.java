package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RevisionsTest {

  private static final String DRAFT =
      ProcessesTest.CDN_PREFETCH.replaceFirst("\\{", "{\"draft\": true, \"comment\": \"why\",");

  private static TestServer server;
  private static ApiClient ann;

  @BeforeAll
  static void start() {
    server = new TestServer();
    ann = server.as("ann");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String process(String body) {
    return ann.post("/businesses/web/processes", body)
        .expect(201)
        .header("Location")
        .substring("/api/v1".length());
  }

  @Test
  void publishesADraft() {
    ApiClient.Answer published =
        ann.post(process(DRAFT) + "/publish", "{\"comment\": \"done\"}").expect(200);

    assertThat(published.header("ETag")).isEqualTo("\"1\"");
    assertThat(server.revisions.lastComment).isEqualTo("done");
    ann.post(process(ProcessesTest.CDN_PREFETCH) + "/publish", "")
        .expectProblem(409, "STATE_FORBIDS");
  }

  @Test
  void takesIfMatchOfAPostThatSendsIt() {
    String path = process(DRAFT);

    ann.post(path + "/publish", "", "If-Match", "\"9\"").expectProblem(412, "ETAG_CHANGED");
    ann.post(path + "/publish", "", "If-Match", "\"1\"").expect(200);
  }

  @Test
  void listsAndShowsRevisions() {
    String path = process(ProcessesTest.CDN_PREFETCH);

    JsonNode item = ann.get(path + "/revisions").expect(200).json().at("/items/0");
    JsonNode whole = ann.get(path + "/revisions/1").expect(200).json();

    assertThat(item.get("revision").asInt()).isEqualTo(1);
    assertThat(item.get("createdBy").asText()).isEqualTo("ann");
    assertThat(whole.get("comment").asText()).isEqualTo("as it began");
    assertThat(whole.get("steps")).hasSize(2);
    assertThat(ann.get(path).json().has("comment")).isFalse();
    ann.get(path + "/revisions/2").expectProblem(404, "NOT_FOUND");
    ann.get(path + "/revisions/latest").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void aRevisionCanBeSentBack() {
    String path = process(ProcessesTest.CDN_PREFETCH);
    String revision = ann.get(path + "/revisions/1").text();

    ann.put(path, revision, "If-Match", ann.get(path).header("ETag")).expect(200);
  }

  @Test
  void restoresAndCompares() {
    String path = process(ProcessesTest.CDN_PREFETCH);

    ann.post(path + "/revisions/1/restore", "{\"comment\": \"back\"}").expect(200);
    JsonNode difference = ann.get(path + "/revisions/1/diff/2").expect(200).json();

    assertThat(server.revisions.lastComment).isEqualTo("back");
    assertThat(difference.at("/changes/0/pointer").asText()).isEqualTo("/name");
    assertThat(difference.at("/changes/1/before").isNull()).isTrue();
    ann.post(path + "/revisions/x/restore", "").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void copiesOnceForOneKey() {
    String path = process(ProcessesTest.CDN_PREFETCH);

    ApiClient.Answer copy = ann.post(path + "/copy", "", "Idempotency-Key", "k1").expect(201);
    ApiClient.Answer again = ann.post(path + "/copy", "", "Idempotency-Key", "k1").expect(201);

    assertThat(copy.header("Location")).isNotEqualTo("/api/v1" + path);
    assertThat(again.header("Location")).isEqualTo(copy.header("Location"));
    assertThat(ann.post(path + "/copy", "{\"name\": \"Mine\"}").json().get("name").asText())
        .isEqualTo("Mine");
  }

  @Test
  void tellsWhatUsesAProcess() {
    JsonNode items =
        ann.get(process(ProcessesTest.CDN_PREFETCH) + "/used-by").expect(200).json().get("items");

    assertThat(items).hasSize(2);
    assertThat(items.at("/0/state").asText()).isEqualTo("RUNNING");
    assertThat(items.at("/1/state").isNull()).isTrue();
  }
}
