package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.rest.fake.FakeNotifications;
import org.standardops.services.port.DeliveryStore;

class NotificationsTest {

  private static final String MAIL =
      "{\"enabled\": true, \"settings\": {\"host\": \"mail.example.com\"}}";

  private static TestServer server;
  private static ApiClient admin;

  @BeforeAll
  static void start() {
    server = new TestServer();
    admin = server.as("admin");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void clear() {
    server.notifications.channels.clear();
  }

  @Test
  void everyChannelIsListed() {
    JsonNode items = admin.get("/notifications/channels").expect(200).json().get("items");

    assertThat(items.findValuesAsText("channel")).containsExactly("email", "wechat", "sms");
  }

  @Test
  void aChannelIsReplacedByItsEtagAndWhatGetGaveCanBeSentBack() {
    ApiClient.Answer before = admin.get("/notifications/channels/email").expect(200);
    admin.put("/notifications/channels/email", MAIL).expectProblem(428, "IF_MATCH_MISSING");

    ApiClient.Answer set =
        admin
            .put("/notifications/channels/email", MAIL, "If-Match", before.header("ETag"))
            .expect(200);

    assertThat(set.json().at("/settings/host").asText()).isEqualTo("mail.example.com");
    admin
        .put("/notifications/channels/email", MAIL, "If-Match", before.header("ETag"))
        .expectProblem(412, "ETAG_CHANGED");
    admin
        .put("/notifications/channels/email", set.text(), "If-Match", set.header("ETag"))
        .expect(200);
  }

  @Test
  void aChannelThatIsNoneIsNotFound() {
    admin.get("/notifications/channels/pigeon").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void aTestMessageSaysWhyItWasNotSent() {
    JsonNode sent =
        admin
            .post("/notifications/channels/email/test", "{\"to\": \"ann@example.com\"}")
            .expect(200)
            .json();
    assertThat(sent.get("sent").asBoolean()).isTrue();

    JsonNode failed =
        admin
            .post("/notifications/channels/email/test", "{\"to\": \"gone@example.com\"}")
            .expect(200)
            .json();

    assertThat(failed.get("sent").asBoolean()).isFalse();
    assertThat(failed.get("error").asText()).isEqualTo("The mail server is gone.");
  }

  @Test
  void deliveriesAreListedByTaskAndState() {
    JsonNode delivery =
        admin
            .get(
                "/notifications/deliveries?business=web&task="
                    + FakeNotifications.TASK
                    + "&state=PENDING")
            .expect(200)
            .json()
            .at("/items/0");

    assertThat(server.notifications.filter)
        .contains(
            new DeliveryStore.Filter(
                Optional.of(new BusinessId("web")),
                Optional.of(FakeNotifications.TASK),
                Optional.of(DeliveryStore.State.PENDING)));
    assertThat(delivery.get("person").asText()).isEqualTo("ann");
    assertThat(delivery.get("attempts").asInt()).isEqualTo(2);
    assertThat(delivery.get("lastError").asText()).isEqualTo("The mail server is gone.");
    admin.get("/notifications/deliveries?state=LOST").expectProblem(422, "INVALID");
  }
}
