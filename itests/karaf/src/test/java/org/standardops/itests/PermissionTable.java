package org.standardops.itests;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call what: a row for each operation of the document, with what makes its form right, so
 * that nothing but the caller can be at fault.
 */
final class PermissionTable {

  /** Who calls; the followers have the one right on all processes of the business {@code web}. */
  enum Role {
    ANONYMOUS,
    /** A platform admin who must change the password first. */
    MUST_CHANGE_PASSWORD,
    STRANGER,
    PLATFORM_ADMIN,
    ADMIN,
    /** Admin of another business. */
    FOREIGN_ADMIN,
    VIEWER,
    CREATOR,
    OPERATOR,
    MODIFIER,
    /** Has no role in the business, and is among the people of its light app. */
    LIGHT_APP_USER
  }

  /** What an operation asks of its caller. */
  enum Rule {
    ANYONE,
    ONESELF,
    SIGNED_IN,
    PLATFORM_ADMIN,
    /** Of the platform admin, on a business; other roles in it are told so. */
    PLATFORM_ADMIN_ON_BUSINESS,
    ANY_ROLE(Role.ADMIN, Role.VIEWER, Role.CREATOR, Role.OPERATOR, Role.MODIFIER),
    ANY_ROLE_OR_PLATFORM_ADMIN(Role.ADMIN, Role.VIEWER, Role.CREATOR, Role.OPERATOR, Role.MODIFIER),
    ADMIN(Role.ADMIN),
    ADMIN_OR_PLATFORM_ADMIN(Role.ADMIN),
    CREATE_TASK(Role.ADMIN, Role.CREATOR),
    OPERATE(Role.ADMIN, Role.OPERATOR),
    /** On a light app, which its people see. */
    APP_ADMIN(Role.ADMIN),
    APP_USER(Role.LIGHT_APP_USER),
    APP_USER_OR_ADMIN(Role.ADMIN, Role.LIGHT_APP_USER);

    private final Set<Role> inBusiness;

    Rule(Role... inBusiness) {
      this.inBusiness = Set.of(inBusiness);
    }

    private boolean isOnBusiness() {
      return this == PLATFORM_ADMIN_ON_BUSINESS || !inBusiness.isEmpty();
    }

    private boolean isOnLightApp() {
      return this == APP_ADMIN || this == APP_USER || this == APP_USER_OR_ADMIN;
    }

    private boolean admitsPlatformAdmin() {
      return this == PLATFORM_ADMIN_ON_BUSINESS
          || this == ANY_ROLE_OR_PLATFORM_ADMIN
          || this == ADMIN_OR_PLATFORM_ADMIN;
    }

    /**
     * What the caller gets, whose role in the business of the call is given, where it has one.
     *
     * @return 401, 403, 404; 200 for anything that says nothing against the caller
     */
    int expected(Role caller, Optional<Role> inTheBusiness) {
      if (this == ANYONE) {
        return 200;
      }
      if (caller == Role.ANONYMOUS) {
        return 401;
      }
      if (this == ONESELF) {
        return 200;
      }
      if (caller == Role.MUST_CHANGE_PASSWORD) {
        return 403;
      }
      if (this == SIGNED_IN) {
        return 200;
      }
      if (this == PLATFORM_ADMIN) {
        return caller == Role.PLATFORM_ADMIN ? 200 : 403;
      }
      if (caller == Role.PLATFORM_ADMIN) {
        return admitsPlatformAdmin() ? 200 : 404;
      }
      if (caller == Role.LIGHT_APP_USER && !isOnLightApp()) {
        return 404;
      }
      return inTheBusiness.map(role -> inBusiness.contains(role) ? 200 : 403).orElse(404);
    }
  }

  /**
   * How an operation is called.
   *
   * @param path what stands in the path, beside what the scene gives
   * @param body empty: none
   * @param mayMiss what the path names is not there, so that 404 says nothing against the caller
   */
  record Row(
      Rule rule,
      Map<String, String> path,
      Optional<Object> body,
      String contentType,
      boolean mayMiss) {

    Row body(Object json) {
      return new Row(rule, path, Optional.of(json), contentType, mayMiss);
    }

    Row bytes(String type, String content) {
      return new Row(rule, path, Optional.of(content), type, mayMiss);
    }

    Row at(String name, String value) {
      return new Row(rule, Map.of(name, value), body, contentType, mayMiss);
    }

    Row at(Map<String, String> names) {
      return new Row(rule, names, body, contentType, mayMiss);
    }

    Row nothingThere() {
      return new Row(rule, path, body, contentType, true);
    }

    boolean isOnBusiness() {
      return rule.isOnBusiness();
    }
  }

  private static Row row(Rule rule) {
    return new Row(rule, Map.of(), Optional.empty(), "application/json", false);
  }

  private static Row element(Rule rule) {
    Map<String, String> path = Map.of("node", "timer", "element", "0");
    return new Row(rule, path, Optional.empty(), "application/json", true);
  }

  /** Stands in a body for the business of the place that is tried. */
  static final String BUSINESS = "{business}";

  private static final Map<String, Object> NOTHING = Map.of();
  private static final Map<String, Object> TASK =
      Map.of("variables", Map.of("pause", "PT0S"), "start", false);
  private static final Map<String, Object> PROCESS =
      Map.of(
          "name",
          "Tried",
          "type",
          "OTHER",
          "steps",
          List.of(
              Map.of(
                  "id",
                  "s",
                  "name",
                  "Step",
                  "nodes",
                  List.of(
                      Map.of(
                          "id",
                          "n",
                          "name",
                          "Node",
                          "atom",
                          "timer",
                          "params",
                          Map.of("duration", "PT0S"))))));
  private static final Map<String, Object> LIGHT_APP = Map.of("name", "Tried", "people", List.of());

  static final Map<String, Row> ROWS =
      Map.ofEntries(
          // oneself, and signing in
          entry("getMe", row(Rule.ONESELF)),
          entry(
              "changePassword",
              row(Rule.ONESELF).body(Map.of("current", "not it", "password", "long enough too"))),
          entry("listTokens", row(Rule.ONESELF)),
          entry(
              "createToken",
              row(Rule.ONESELF).body(Map.of("name", "tried", "scopes", List.of("READ")))),
          entry("deleteToken", row(Rule.ONESELF).at("id", "none").nothingThere()),
          entry(
              "beginSession",
              row(Rule.ANYONE).body(Map.of("user", "stranger", "password", Web.PASSWORD))),
          entry("getSession", row(Rule.ONESELF).nothingThere()),
          entry("endSession", row(Rule.ONESELF)),
          entry("listFavourites", row(Rule.ONESELF)),
          entry(
              "addFavourite", row(Rule.ONESELF).body(NOTHING).at("kind", "PROCESS").nothingThere()),
          entry("removeFavourite", row(Rule.ONESELF).at("kind", "PROCESS").nothingThere()),
          entry("getDesktop", row(Rule.SIGNED_IN)),
          // the platform admin's
          entry("listPeople", row(Rule.PLATFORM_ADMIN)),
          entry(
              "createPerson",
              row(Rule.PLATFORM_ADMIN).body(Map.of("name", "tried", "password", Web.PASSWORD))),
          entry("getPerson", row(Rule.PLATFORM_ADMIN).at("name", "idle")),
          entry("replacePerson", row(Rule.PLATFORM_ADMIN).body(NOTHING).at("name", "idle")),
          entry("deletePerson", row(Rule.PLATFORM_ADMIN).at("name", "idle")),
          entry(
              "createBusiness",
              row(Rule.PLATFORM_ADMIN).body(Map.of("id", "tried", "name", "Tried"))),
          entry("listBundles", row(Rule.PLATFORM_ADMIN)),
          entry("getMetrics", row(Rule.PLATFORM_ADMIN)),
          entry("installBundle", row(Rule.PLATFORM_ADMIN).bytes("application/java-archive", "no")),
          entry("getBundle", row(Rule.PLATFORM_ADMIN).at("id", "none").nothingThere()),
          entry("removeBundle", row(Rule.PLATFORM_ADMIN).at("id", "none").nothingThere()),
          entry("retireBundle", row(Rule.PLATFORM_ADMIN).at("id", "none").nothingThere()),
          entry("activateBundle", row(Rule.PLATFORM_ADMIN).at("id", "none").nothingThere()),
          entry("listComponents", row(Rule.PLATFORM_ADMIN)),
          entry(
              "importComponent",
              row(Rule.PLATFORM_ADMIN).body(Map.of("name", "tried", "document", "no"))),
          entry("getComponent", row(Rule.PLATFORM_ADMIN).at("name", "none").nothingThere()),
          entry("deleteComponent", row(Rule.PLATFORM_ADMIN).at("name", "none").nothingThere()),
          entry("listChannels", row(Rule.PLATFORM_ADMIN)),
          entry("getChannel", row(Rule.PLATFORM_ADMIN).at("channel", "email").nothingThere()),
          entry(
              "replaceChannel",
              row(Rule.PLATFORM_ADMIN)
                  .body(Map.of("enabled", false, "settings", NOTHING))
                  .at("channel", "email")
                  .nothingThere()),
          entry(
              "testChannel",
              row(Rule.PLATFORM_ADMIN)
                  .body(Map.of("to", "nobody@example.com"))
                  .at("channel", "none")
                  .nothingThere()),
          entry("listDeliveries", row(Rule.PLATFORM_ADMIN)),
          entry("listAudit", row(Rule.PLATFORM_ADMIN)),
          // a business
          entry("listBusinesses", row(Rule.SIGNED_IN)),
          entry("getBusiness", row(Rule.ANY_ROLE_OR_PLATFORM_ADMIN)),
          entry(
              "setBusinessAdmins",
              row(Rule.PLATFORM_ADMIN_ON_BUSINESS).body(Map.of("admins", List.of("nobody")))),
          entry("listBusinessPeople", row(Rule.ADMIN_OR_PLATFORM_ADMIN)),
          entry("relatePerson", row(Rule.PLATFORM_ADMIN_ON_BUSINESS).at("user", "idle")),
          entry(
              "unrelatePerson",
              row(Rule.PLATFORM_ADMIN_ON_BUSINESS).at("user", "nobody").nothingThere()),
          entry("listHosts", row(Rule.ANY_ROLE_OR_PLATFORM_ADMIN)),
          entry("setHosts", row(Rule.PLATFORM_ADMIN_ON_BUSINESS).body(Map.of("hosts", List.of()))),
          entry("listFollowers", row(Rule.ADMIN)),
          entry(
              "setFollower",
              row(Rule.ADMIN)
                  .body(Map.of("rights", List.of(Map.of("process", "*", "may", List.of("VIEW")))))
                  .at("user", "idle")),
          entry("removeFollower", row(Rule.ADMIN).at("user", "nobody").nothingThere()),
          entry("getConfiguration", row(Rule.ANY_ROLE)),
          entry("setConfiguration", row(Rule.ADMIN).body(Map.of("variables", List.of()))),
          entry("listConfigurationHistory", row(Rule.ANY_ROLE)),
          entry("listUsesOfConfiguration", row(Rule.ADMIN)),
          entry("listSecrets", row(Rule.ADMIN)),
          entry("setSecret", row(Rule.ADMIN).body(Map.of("value", "a secret")).at("name", "s")),
          entry("deleteSecret", row(Rule.ADMIN).at("name", "none").nothingThere()),
          entry("listConnections", row(Rule.ADMIN)),
          entry("getConnection", row(Rule.ADMIN).at("system", "tencentcloud")),
          entry(
              "setConnection",
              row(Rule.ADMIN).body(Map.of("region", "ap-guangzhou")).at("system", "tencentcloud")),
          entry("deleteConnection", row(Rule.ADMIN).at("system", "none").nothingThere()),
          entry("getStatistics", row(Rule.ANY_ROLE)),
          // processes
          entry("listProcesses", row(Rule.ANY_ROLE)),
          entry("createProcess", row(Rule.ADMIN).body(PROCESS)),
          entry("previewNewProcess", row(Rule.ADMIN).body(with(PROCESS, "variables", List.of()))),
          entry("getProcess", row(Rule.ANY_ROLE)),
          entry("replaceProcess", row(Rule.ADMIN).body(PROCESS)),
          entry("deleteProcess", row(Rule.ADMIN)),
          entry("validateProcess", row(Rule.ANY_ROLE)),
          entry("previewProcess", row(Rule.ANY_ROLE).body(NOTHING)),
          entry("publishProcess", row(Rule.ADMIN).body(NOTHING)),
          entry("listRevisions", row(Rule.ANY_ROLE)),
          entry("getRevision", row(Rule.ANY_ROLE).at("revision", "1")),
          entry("restoreRevision", row(Rule.ADMIN).body(NOTHING).at("revision", "1")),
          entry(
              "compareRevisions",
              new Row(
                  Rule.ANY_ROLE,
                  Map.of("from", "1", "to", "1"),
                  Optional.empty(),
                  "application/json",
                  false)),
          entry("copyProcess", row(Rule.ADMIN).body(NOTHING)),
          entry("listUsesOfProcess", row(Rule.ANY_ROLE)),
          entry(
              "addAsVariable",
              row(Rule.ADMIN).body(Map.of("node", "none", "pointer", "/duration"))),
          entry(
              "renameVariable",
              row(Rule.ADMIN).body(Map.of("key", "other")).at("key", "none").nothingThere()),
          entry("listSelections", row(Rule.ANY_ROLE)),
          entry(
              "saveSelection",
              row(Rule.CREATE_TASK).body(Map.of("nodes", List.of("timer"))).at("name", "all")),
          entry("deleteSelection", row(Rule.CREATE_TASK).at("name", "none").nothingThere()),
          // tasks
          entry("createTask", row(Rule.CREATE_TASK).body(TASK)),
          entry("listTasks", row(Rule.ANY_ROLE)),
          entry("getTask", row(Rule.ANY_ROLE)),
          entry("replaceTask", row(Rule.CREATE_TASK).body(TASK)),
          entry("modifyTask", row(Rule.OPERATE).body(NOTHING)),
          entry("cloneTask", row(Rule.CREATE_TASK).body(Map.of("revision", "SAME"))),
          entry("startTask", row(Rule.OPERATE)),
          entry("suspendTask", row(Rule.OPERATE)),
          entry("resumeTask", row(Rule.OPERATE)),
          entry("terminateTask", row(Rule.OPERATE)),
          entry("runTaskAgain", row(Rule.OPERATE).body(Map.of("fromStep", "wait"))),
          entry("continueStep", row(Rule.OPERATE).at("step", "wait")),
          entry("getNode", row(Rule.ANY_ROLE).at("node", "timer")),
          entry("retryNode", row(Rule.OPERATE).body(NOTHING).at("node", "timer")),
          entry("skipNode", row(Rule.OPERATE).body(NOTHING).at("node", "timer")),
          entry("stopNode", row(Rule.OPERATE).body(NOTHING).at("node", "timer")),
          entry(
              "answerNode",
              row(Rule.OPERATE)
                  .body(Map.of("decision", "APPROVED", "comment", "yes"))
                  .at("node", "timer")),
          entry(
              "resolveNode",
              row(Rule.OPERATE)
                  .body(Map.of("outcome", "SUCCEEDED", "comment", "seen"))
                  .at("node", "timer")),
          entry("getLog", row(Rule.ANY_ROLE).at("node", "timer").nothingThere()),
          // the node runs once, so it has no elements
          entry("listElements", row(Rule.ANY_ROLE).at("node", "timer")),
          entry("getElement", element(Rule.ANY_ROLE)),
          entry("retryElement", element(Rule.OPERATE).body(NOTHING)),
          entry("skipElement", element(Rule.OPERATE).body(NOTHING)),
          entry("stopElement", element(Rule.OPERATE).body(NOTHING)),
          entry(
              "answerElement",
              element(Rule.OPERATE).body(Map.of("decision", "APPROVED", "comment", "yes"))),
          entry(
              "resolveElement",
              element(Rule.OPERATE).body(Map.of("outcome", "FAILED", "comment", "seen"))),
          entry("getElementLog", element(Rule.ANY_ROLE)),
          entry("getEvents", row(Rule.ANY_ROLE)),
          // light apps
          entry("createLightApp", row(Rule.ADMIN).body(LIGHT_APP)),
          entry("listLightApps", row(Rule.ADMIN)),
          entry("getLightApp", row(Rule.APP_USER_OR_ADMIN)),
          entry("replaceLightApp", row(Rule.APP_ADMIN).body(LIGHT_APP)),
          entry("deleteLightApp", row(Rule.APP_ADMIN)),
          entry(
              "setLightAppPeople", row(Rule.APP_ADMIN).body(Map.of("people", List.of("appuser")))),
          entry("updateLightApp", row(Rule.APP_ADMIN).body(Map.of("task", "none")).nothingThere()),
          entry("listLightAppRuns", row(Rule.APP_USER_OR_ADMIN)),
          entry("runLightApp", row(Rule.APP_USER).body(NOTHING)),
          // what lies around
          entry("listAtoms", row(Rule.SIGNED_IN)),
          entry(
              "lookUpOptions",
              row(Rule.ANY_ROLE)
                  .body(Map.of("business", BUSINESS, "field", "none"))
                  .at(Map.of("code", "timer", "version", "1.0.0"))),
          entry("answerCallback", row(Rule.ANYONE).body("yes").at("key", "none").nothingThere()),
          entry("getHealth", row(Rule.ANYONE)),
          entry("getReadiness", row(Rule.ANYONE)),
          entry("getContract", row(Rule.ANYONE)));

  private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    java.util.HashMap<String, Object> more = new java.util.HashMap<>(map);
    more.put(key, value);
    return Map.copyOf(more);
  }

  private PermissionTable() {}
}
