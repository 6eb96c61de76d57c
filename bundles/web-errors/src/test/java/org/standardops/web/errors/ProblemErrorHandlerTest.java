package org.standardops.web.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A web server that serves nothing. */
class ProblemErrorHandlerTest {

  private final Server server = new Server();
  private final LocalConnector connector = new LocalConnector(server);

  @BeforeEach
  void start() throws Exception {
    server.addConnector(connector);
    server.setErrorHandler(new ProblemErrorHandler());
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void pathOfTheApiIsUnavailableWhileNothingServesIt() throws Exception {
    String answer = answerTo("GET /api/v1/health/ready HTTP/1.1\r\nHost: ops\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1");
    assertThat(problem(answer).get("code").asText()).isEqualTo("UNAVAILABLE");
  }

  @Test
  void otherPathIsNotFound() throws Exception {
    String answer = answerTo("GET /nowhere HTTP/1.1\r\nHost: ops\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 404 ");
    assertThat(problem(answer).get("status").asInt()).isEqualTo(404);
  }

  @Test
  void speaksChineseToWhoAsksForIt() throws Exception {
    String answer = answerTo("GET /api/ HTTP/1.1\r\nHost: ops\r\nAccept-Language: zh-CN\r\n\r\n");

    assertThat(answer).contains("Content-Language: zh-CN");
    assertThat(problem(answer).get("title").asText()).isEqualTo("暂不可用");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /api/%00 HTTP/1.1", "GET /api/%zz HTTP/1.1", "rubbish"})
  void lineThatCannotBeReadIsAProblemToo(String line) throws Exception {
    String answer = answerTo(line + "\r\nHost: ops\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    assertThat(problem(answer).get("code").asText()).isEqualTo("UNREADABLE");
  }

  @ParameterizedTest
  @CsvSource({"20000, 0, 414", "0, 20000, 431"})
  void overlongLineOrHeaderIsTooLarge(int path, int header, int status) throws Exception {
    String answer =
        answerTo(
            "GET /%s HTTP/1.1\r\nHost: ops\r\nX: %s\r\n\r\n"
                .formatted("a".repeat(path), "b".repeat(header)));

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(problem(answer).get("code").asText()).isEqualTo("TOO_LARGE");
  }

  private String answerTo(String request) throws Exception {
    return UTF_8.decode(connector.getResponse(UTF_8.encode(request))).toString();
  }

  private static JsonNode problem(String answer) throws Exception {
    assertThat(answer).contains("Content-Type: application/problem+json");
    return new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
  }
}
