package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People and hosts of the local configuration platform, and the roles that follow from it. */
class PlatformIT {

  private static Web web;
  private static String process;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
    process = web.exampleProcess("timer.json");
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  @Test
  void personnelSelectorFindsRelatedPeopleByName() {
    web.person("sel-one");
    web.person("sel-two");
    web.admin().put("/businesses/web/people/sel-one", Map.of()).expect(200);

    assertThat(
            web.ann()
                .get("/businesses/web/people?q=SEL")
                .expect(200)
                .json()
                .findValuesAsText("name"))
        .containsExactly("sel-one");
    web.as("sel-one").get("/businesses/web/people").expect(404);
  }

  @Test
  void followerMustBeRelated() {
    web.person("far");
    Map<String, Object> rights =
        Map.of("rights", List.of(Map.of("process", "*", "may", List.of("VIEW"))));

    assertThat(
            web.ann()
                .put("/businesses/web/followers/far", rights)
                .expect(422)
                .json()
                .at("/errors/0/code")
                .asText())
        .isEqualTo("NOT_RELATED");
  }

  @Test
  void rightsRestWithoutTheRelationAndReviveWithIt() {
    web.follower("fay", process, "VIEW");
    web.as("fay").get("/processes/" + process).expect(200);

    web.admin().delete("/businesses/web/people/fay").expect(204);

    web.as("fay").get("/processes/" + process).expect(404);
    assertThat(suspended("fay")).isTrue();
    web.admin().put("/businesses/web/people/fay", Map.of()).expect(200);
    web.as("fay").get("/processes/" + process).expect(200);
    assertThat(suspended("fay")).isFalse();
  }

  private static boolean suspended(String user) {
    for (var follower :
        web.ann().get("/businesses/web/followers").expect(200).json().get("items")) {
      if (follower.get("user").asText().equals(user)) {
        return follower.get("suspended").asBoolean();
      }
    }
    throw new AssertionError(user + " is no follower.");
  }

  @Test
  void adminIsNoneAsSoonAsTheRoleIsGoneThere() {
    web.person("abe");
    web.admin().post("/businesses", Map.of("id", "ops", "name", "Ops")).expect(201);
    web.admin().put("/businesses/ops/admins", Map.of("admins", List.of("abe"))).expect(200);
    web.as("abe").get("/businesses/ops/followers").expect(200);

    web.admin().put("/businesses/ops/admins", Map.of("admins", List.of())).expect(200);

    web.as("abe").get("/businesses/ops").expect(404);
  }

  @Test
  void hostsAreFoundByPartAndGroup() {
    Map<String, Object> hosts =
        Map.of(
            "hosts",
            List.of(
                Map.of("host", "10.0.0.1", "name", "web-1", "groups", List.of("web")),
                Map.of("host", "10.0.0.2", "credential", Map.of("secret", "key"))));
    web.admin().put("/businesses/web/hosts", hosts).expect(200);

    assertThat(
            web.ann()
                .get("/businesses/web/hosts?group=web")
                .expect(200)
                .json()
                .findValuesAsText("host"))
        .containsExactly("10.0.0.1");
    web.ann().put("/businesses/web/hosts", hosts).expect(403);
  }
}
