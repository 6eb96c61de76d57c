package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.engine.core.Result;
import org.standardops.rest.fake.FakeAuthentication;

class EventsTest {

  private final TestServer server = new TestServer();
  private final ApiClient ann = server.as("ann");
  private String task;

  @BeforeEach
  void create() {
    task = ann.post("/processes/p1/tasks", TasksTest.NEW_TASK).json().get("id").asText();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A reader of the stream on a thread of its own. */
  private final class Reader {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final CompletableFuture<HttpResponse<Void>> ended;

    Reader(String... headers) {
      ended =
          HttpClient.newHttpClient()
              .sendAsync(
                  ann.request("/tasks/" + task + "/events", headers).build(),
                  HttpResponse.BodyHandlers.fromLineSubscriber(
                      new LineCollector(lines), s -> null, null));
    }

    void awaitLine(String line) {
      await().untilAsserted(() -> assertThat(lines).contains(line));
    }

    List<String> ids() {
      return lines.stream().filter(line -> line.startsWith("id: ")).toList();
    }
  }

  private void end() {
    server.tasks.answer(task, "push", new Result.Succeeded(Map.of("taskIds", List.of())));
    ann.post("/tasks/" + task + "/steps/verify/continue", "").expect(200);
    server.tasks.answer(task, "compare", new Result.Succeeded(Map.of()));
  }

  @Test
  void streamTellsWhatWasAndWhatComesAndEndsWithTheTask() {
    ann.post("/tasks/" + task + "/suspend", "").expect(200);
    Reader reader = new Reader("Accept", "text/event-stream");
    reader.awaitLine("id: 2");
    ann.post("/tasks/" + task + "/resume", "").expect(200);
    end();

    HttpResponse<Void> response = reader.ended.join();

    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    JsonNode now = ann.get("/tasks/" + task).json();
    assertThat(now.get("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(reader.ids()).doesNotHaveDuplicates().contains("id: 1", "id: 2", "id: 3");
    assertThat(reader.lines).contains("event: NODE_STATE", "event: TASK_STATE");
    assertThat(reader.lines.indexOf("event: END")).isGreaterThan(reader.lines.size() - 4);
    assertThat(server.streams.size()).isZero();
    assertThat(server.tasks.listeners(task)).isZero();
  }

  @Test
  void idStandsOnlyAtTheLastEventOfASequence() {
    Reader reader = new Reader();
    reader.awaitLine("id: 1");

    int node = reader.lines.indexOf("event: NODE_STATE");
    int task = reader.lines.indexOf("event: TASK_STATE");
    assertThat(reader.lines.get(node - 1)).isEmpty();
    assertThat(reader.lines.get(task - 1)).isEqualTo("id: 1");
    assertThat(reader.lines.get(task + 1)).startsWith("data: {\"seq\":1,\"at\":\"2026-11-23T");
  }

  @Test
  void goesOnAfterTheLastIdThatTheReaderSaw() {
    ann.post("/tasks/" + task + "/suspend", "").expect(200);
    ann.post("/tasks/" + task + "/resume", "").expect(200);

    Reader reader = new Reader("Last-Event-ID", "2");
    reader.awaitLine("id: 3");

    assertThat(reader.ids()).containsExactly("id: 3");
    ann.get("/tasks/" + task + "/events", "Last-Event-ID", "x").expectProblem(422, "INVALID");
  }

  @Test
  void endedTaskEndsItsStreamAtOnce() {
    end();
    int last = ann.get("/tasks/" + task + "/events?from=0&limit=200").json().get("items").size();

    Reader all = new Reader();
    all.ended.join();
    Reader nothingNew = new Reader("Last-Event-ID", "999");
    nothingNew.ended.join();

    assertThat(all.lines.stream().filter(line -> line.startsWith("data: {\"seq\""))).hasSize(last);
    assertThat(nothingNew.ids()).isEmpty();
    assertThat(nothingNew.lines).contains("event: END");
  }

  @Test
  void progressHasNoId() {
    Reader reader = new Reader();
    reader.awaitLine("id: 1");
    server.tasks.progress(task, 0.5);
    reader.awaitLine("event: PROGRESS");

    assertThat(reader.ids()).containsExactly("id: 1");
    await()
        .untilAsserted(
            () ->
                assertThat(reader.lines)
                    .anyMatch(line -> line.startsWith("data: ") && line.contains("0.5")));
  }

  @Test
  void commentsShowThatTheStreamIsAlive() {
    Reader reader = new Reader();

    await()
        .untilAsserted(
            () ->
                assertThat(reader.lines.stream().filter(": still here"::equals).count())
                    .isGreaterThan(2));
  }

  @Test
  void listIsChosenByFromOrByType() {
    ann.post("/tasks/" + task + "/suspend", "").expect(200);
    ann.post("/tasks/" + task + "/resume", "").expect(200);

    JsonNode all =
        ann.get("/tasks/" + task + "/events", "Accept", "application/json").expect(200).json();
    JsonNode from = ann.get("/tasks/" + task + "/events?from=2&limit=1").expect(200).json();
    JsonNode next =
        ann.get("/tasks/" + task + "/events?limit=1&cursor=" + from.get("nextCursor").asText())
            .expect(200)
            .json();

    assertThat(all.get("items")).hasSize(6);
    assertThat(all.get("nextCursor").isNull()).isTrue();
    assertThat(from.get("items").findValuesAsText("seq")).containsOnly("2");
    assertThat(next.get("items").findValuesAsText("seq")).containsOnly("3");
    assertThat(next.get("nextCursor").isNull()).isTrue();
    ann.get("/tasks/" + task + "/events?cursor=x").expectProblem(400, "UNREADABLE");
    ann.get("/tasks/" + task + "/events?from=-1").expectProblem(422, "INVALID");
  }

  @Test
  void readerThatDoesNotReadIsDroppedAndSlowsNobody() throws IOException {
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(1024);
      socket.connect(new java.net.InetSocketAddress("127.0.0.1", server.port()));
      String request =
          "GET /api/v1/tasks/"
              + task
              + "/events HTTP/1.1\r\nHost: x\r\nAuthorization: "
              + ApiClient.basic("ann", FakeAuthentication.PASSWORD)
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      await().untilAsserted(() -> assertThat(server.streams.size()).isOne());

      await()
          .untilAsserted(
              () -> {
                server.tasks.repeatLastEvent(task, 5_000);
                assertThat(server.streams.size()).isZero();
              });
      assertThat(server.tasks.listeners(task)).isZero();
    }
  }

  @Test
  void readerThatHasGoneIsForgotten() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String request =
          "GET /api/v1/tasks/"
              + task
              + "/events HTTP/1.1\r\nHost: x\r\nAuthorization: "
              + ApiClient.basic("ann", FakeAuthentication.PASSWORD)
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      await().untilAsserted(() -> assertThat(server.streams.size()).isOne());
    }

    await().untilAsserted(() -> assertThat(server.streams.size()).isZero());
  }
}
