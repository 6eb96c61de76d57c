package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What all processes of a business can use. */
class ConfigurationIT {

  private static final String PATH = "/businesses/web/configuration";

  private static Web web;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  private static void configure(String pause) {
    String etag = web.ann().get(PATH).expect(200).etag();
    Map<String, Object> entry =
        Map.of(
            "key", "pause", "type", "DURATION", "schema", Map.of("type", "string"), "value", pause);
    web.ann().put(PATH, Map.of("variables", List.of(entry)), "If-Match", etag).expect(200);
  }

  private static String created(String process) {
    return web.ann()
        .post("/processes/" + process + "/tasks", Map.of("variables", Map.of()))
        .expect(201)
        .json()
        .get("id")
        .asText();
  }

  private static JsonNode params(String task) {
    return Web.node(web.task(task), "n").get("params");
  }

  @Test
  void aChangeTouchesOnlyLaterTasks() {
    configure("PT1S");
    String process = web.processOf("timer", Map.of("duration", "${business.pause}"));
    String before = created(process);
    configure("PT2S");
    String after = created(process);

    assertThat(web.task(before).get("warnings"))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.get("code").asText()).isEqualTo("CONFIGURATION_CHANGED");
              assertThat(warning.get("pointer").asText()).isEqualTo("/params/n/duration");
              assertThat(warning.get("message").asText()).contains("pause", "PT1S", "PT2S");
            });
    JsonNode started = web.ann().post("/tasks/" + before + "/start", Map.of()).expect(200).json();
    assertThat(started.get("warnings")).hasSize(1);
    assertThat(web.task(after).get("warnings")).isEmpty();
    assertThat(params(before).get("duration").asText()).isEqualTo("PT1S");
    assertThat(params(after).get("duration").asText()).isEqualTo("PT2S");
    assertThat(web.ann().get(PATH + "/history").expect(200).json().get("items"))
        .extracting(state -> state.get("changedBy").asText())
        .startsWith("ann", "ann");
    assertThat(web.ann().get(PATH + "/used-by").expect(200).json().get("items"))
        .anySatisfy(
            use -> {
              assertThat(use.get("key").asText()).isEqualTo("pause");
              assertThat(use.get("process").get("id").asText()).isEqualTo(process);
              assertThat(use.get("node").get("id").asText()).isEqualTo("n");
            });
  }

  @Test
  void aReferenceThatIsTypedIntoAFormStaysText() {
    configure("PT1S");
    String process =
        web.process(
            Map.of(
                "name",
                "Says",
                "type",
                "OTHER",
                "variables",
                List.of(Map.of("key", "said", "type", "TEXT", "schema", Map.of("type", "string"))),
                "steps",
                List.of(
                    Map.of(
                        "id",
                        "s",
                        "nodes",
                        List.of(
                            Map.of(
                                "id",
                                "n",
                                "atom",
                                "http",
                                "params",
                                Map.of(
                                    "method",
                                    "POST",
                                    "url",
                                    "http://127.0.0.1:9/",
                                    "body",
                                    Map.of("text", "${said}", "fixed", "${business.pause}"))))))));
    String task =
        web.ann()
            .post(
                "/processes/" + process + "/tasks",
                Map.of("variables", Map.of("said", "${business.pause}")))
            .expect(201)
            .json()
            .get("id")
            .asText();

    assertThat(params(task).get("body").get("text").asText()).isEqualTo("${business.pause}");
    assertThat(params(task).get("body").get("fixed").asText()).isEqualTo("PT1S");
  }

  @Test
  void anUnknownKeyIsAFault() {
    assertThat(
            web.ann()
                .post(
                    "/businesses/web/processes",
                    Map.of(
                        "name",
                        "Bad",
                        "type",
                        "OTHER",
                        "steps",
                        List.of(
                            Map.of(
                                "id",
                                "s",
                                "nodes",
                                List.of(
                                    Map.of(
                                        "id",
                                        "n",
                                        "atom",
                                        "timer",
                                        "params",
                                        Map.of("duration", "${business.none}")))))))
                .expect(422)
                .json()
                .get("errors")
                .get(0)
                .get("pointer")
                .asText())
        .isEqualTo("/steps/0/nodes/0/params/duration");
  }
}
