package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.itests.ApiDocument.Call;
import org.standardops.itests.PermissionTable.Role;
import org.standardops.itests.PermissionTable.Row;
import org.standardops.itests.RestClient.Answer;

/** Every operation of the document, tried as every role, in the own and in a foreign business. */
class PermissionsIT {

  /** No version of anything: where the caller may, the answer is 412 and nothing changes. */
  private static final String NO_VERSION = "\"999999\"";

  private static final Map<Role, RestClient> CLIENTS = new EnumMap<>(Role.class);
  private static Web web;
  private static List<Call> calls;
  private static Place own;
  private static Place foreign;

  /** A business with something of each kind in it. */
  private record Place(Map<String, String> path, Map<Role, Role> roles) {
    Optional<Role> roleOf(Role caller) {
      return Optional.ofNullable(roles.get(caller));
    }
  }

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
    calls = new ApiDocument(web.server()).calls();
    String process = web.exampleProcess("timer.json");
    List.of("stranger", "far", "idle").forEach(web::person);
    web.admin()
        .post(
            "/people",
            Map.of(
                "name",
                "fresh",
                "password",
                Web.PASSWORD,
                "platformAdmin",
                true,
                "mustChangePassword",
                true))
        .expect(201);
    web.follower("viewer", "*", "VIEW");
    web.follower("creator", "*", "CREATE_TASK");
    web.follower("operator", "*", "OPERATE");
    web.follower("modifier", "*", "MODIFY_PARAMETERS");
    web.admin().put("/businesses/web/people/idle", Map.of()).expect(200);
    web.admin().post("/businesses", Map.of("id", "far", "name", "Far")).expect(201);
    web.admin().put("/businesses/far/admins", Map.of("admins", List.of("far"))).expect(200);
    web.admin().put("/businesses/far/people/idle", Map.of()).expect(200);

    web.person("appuser");
    web.admin().put("/businesses/web/people/appuser", Map.of()).expect(200);

    CLIENTS.put(Role.LIGHT_APP_USER, web.as("appuser"));
    CLIENTS.put(Role.ANONYMOUS, new RestClient(web.server()));
    CLIENTS.put(Role.MUST_CHANGE_PASSWORD, web.as("fresh"));
    CLIENTS.put(Role.STRANGER, web.as("stranger"));
    CLIENTS.put(Role.PLATFORM_ADMIN, web.admin());
    CLIENTS.put(Role.ADMIN, web.ann());
    CLIENTS.put(Role.FOREIGN_ADMIN, web.as("far"));
    CLIENTS.put(Role.VIEWER, web.as("viewer"));
    CLIENTS.put(Role.CREATOR, web.as("creator"));
    CLIENTS.put(Role.OPERATOR, web.as("operator"));
    CLIENTS.put(Role.MODIFIER, web.as("modifier"));

    Map<Role, Role> roles = new EnumMap<>(Role.class);
    List.of(
            Role.ADMIN,
            Role.VIEWER,
            Role.CREATOR,
            Role.OPERATOR,
            Role.MODIFIER,
            Role.LIGHT_APP_USER)
        .forEach(role -> roles.put(role, role));
    own = place("web", process, web.as("creator"), web.ann(), List.of("appuser"), roles);
    String farProcess = process(web.as("far"), web.ann().get("/processes/" + process).text());
    foreign =
        place(
            "far",
            farProcess,
            web.as("far"),
            web.as("far"),
            List.of(),
            Map.of(Role.FOREIGN_ADMIN, Role.ADMIN));
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  private static String process(RestClient admin, String definition) {
    return admin
        .post("/businesses/far/processes", definition)
        .expect(201)
        .json()
        .get("id")
        .asText();
  }

  private static Place place(
      String business,
      String process,
      RestClient creator,
      RestClient admin,
      List<String> appUsers,
      Map<Role, Role> roles) {
    Map<String, String> path = new HashMap<>();
    path.put("business", business);
    path.put("process", process);
    path.put("id", process);
    path.put("task", task(creator, process, false));
    if (calls.stream().anyMatch(call -> call.id().equals("createLightApp"))) {
      path.put("app", lightApp(admin, task(admin, process, true), appUsers));
    }
    return new Place(path, roles);
  }

  private static String task(RestClient creator, String process, boolean start) {
    return creator
        .post(
            "/processes/" + process + "/tasks",
            Map.of("variables", Map.of("pause", "PT0S"), "start", start))
        .expect(201)
        .json()
        .get("id")
        .asText();
  }

  private static String lightApp(RestClient admin, String task, List<String> people) {
    await("task SUCCEEDED")
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> admin.get("/tasks/" + task).expect(200).json().get("state").asText(),
            "SUCCEEDED"::equals);
    return admin
        .post("/tasks/" + task + "/light-app", Map.of("name", "App", "people", people))
        .expect(201)
        .json()
        .get("id")
        .asText();
  }

  @Test
  void everyOperationHasARow() {
    assertThat(calls)
        .extracting(Call::id)
        .as("a new operation gets a row in PermissionTable: who may call it, and how")
        .isSubsetOf(PermissionTable.ROWS.keySet());
  }

  @Test
  void everyRoleGetsWhatItsRightsSay() {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Call call : calls) {
      Row row = PermissionTable.ROWS.get(call.id());
      if (row == null) {
        continue; // told by everyOperationHasARow
      }
      for (Place place : row.isOnBusiness() ? List.of(own, foreign) : List.of(own)) {
        for (Role role : Role.values()) {
          int expected = row.rule().expected(role, place.roleOf(role));
          Answer answer = send(call, row, place, role);
          tried++;
          if (!fits(answer, expected, row)) {
            wrong.add(
                call.id()
                    + " in "
                    + place.path().get("business")
                    + " as "
                    + role
                    + ": expected "
                    + expected
                    + ", was "
                    + answer.status()
                    + " "
                    + answer.text().lines().findFirst().orElse(""));
          }
        }
      }
    }
    System.out.println("PermissionsIT tried " + tried + " pairs of operation and role.");
    assertThat(wrong).isEmpty();
    assertThat(tried).isGreaterThan(calls.size() * Role.values().length - 1);
  }

  private static Answer send(Call call, Row row, Place place, Role role) {
    Map<String, String> path = new HashMap<>(place.path());
    path.putAll(row.path());
    byte[] body = row.body().map(json -> bytes(in(place, json))).orElse(new byte[0]);
    List<String> headers = new ArrayList<>(List.of("Accept", "*/*"));
    if (row.body().isPresent()) {
      headers.addAll(List.of("Content-Type", row.contentType()));
    }
    if (call.id().equals("getEvents")) {
      headers.set(1, "application/json");
    }
    boolean versioned =
        call.parameters().stream().anyMatch(p -> p.get("name").asText().equals("If-Match"));
    if (versioned) {
      headers.addAll(List.of("If-Match", NO_VERSION));
    }
    return CLIENTS
        .get(role)
        .send(call.method(), call.pathWith(path), body, headers.toArray(String[]::new));
  }

  private static Object in(Place place, Object body) {
    if (body instanceof Map<?, ?> map && map.containsValue(PermissionTable.BUSINESS)) {
      Map<Object, Object> of = new HashMap<>(map);
      of.replaceAll(
          (key, value) ->
              value.equals(PermissionTable.BUSINESS) ? place.path().get("business") : value);
      return of;
    }
    return body;
  }

  private static byte[] bytes(Object body) {
    try {
      return body instanceof String text
          ? ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8)
          : RestClient.JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static boolean fits(Answer answer, int expected, Row row) {
    if (expected != 200) {
      return answer.status() == expected;
    }
    return answer.status() < 500
        && answer.status() != 401
        && answer.status() != 403
        && answer.status() != 405
        && answer.status() != 415
        && (answer.status() != 404 || row.mayMiss());
  }
}
