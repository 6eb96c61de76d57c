package org.standardops.examples.walk;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Walks through the whole product as clients of the REST API: roles, a process made and run, a
 * failure and who is told of it, a follower, a light app.
 *
 * <p>Reads {@code STANDARDOPS_URL}, {@code STANDARDOPS_ADMIN_PASSWORD} and {@code WALK_EDGE}, the
 * address of the CDN sandbox's edge. Ends with 0 only where every promise was kept.
 */
public final class SeedWalk {

  private SeedWalk() {}

  public static void main(String[] arguments) {
    try {
      walk(
          System.getenv("STANDARDOPS_URL"),
          System.getenv("STANDARDOPS_ADMIN_PASSWORD"),
          System.getenv("WALK_EDGE"));
    } catch (Stumble | UncheckedIOException e) {
      System.out.println();
      System.out.println("STOPPED: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void walk(String server, String adminPassword, String edge) {
    Walker walker = new Walker();
    String password = password();
    // Another walk on the same server meets people and a business of its own.
    String walk = HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    Client admin = new Client(server, "admin", adminPassword);
    Cast cast =
        new Cast(
            "web-" + walk,
            person(admin, server, "ann-" + walk, password),
            person(admin, server, "fay-" + walk, password),
            person(admin, server, "eve-" + walk, password),
            walk);
    walker.chapter("2.3  Permission system");
    admin.post("/businesses", Map.of("id", cast.business(), "name", "Web")).expect(201);
    admin
        .put("/businesses/" + cast.business() + "/admins", Map.of("admins", List.of(cast.ann())))
        .expect(200);
    for (String name : List.of(cast.fay(), cast.eve())) {
      admin.put("/businesses/" + cast.business() + "/people/" + name, Map.of()).expect(200);
    }
    walker.tell("The business %s has the business admin %s", cast.business(), cast.ann());
    walker.require(
        cast.asFay().get("/businesses/" + cast.business() + "/processes").status() == 404,
        "who has no role sees nothing of a business");

    Urls urls = new Urls(edge);
    String process = new CdnPrefetchCase(walker, cast, urls).walk();
    new TaskExecution(walker, cast, urls, process).walk();
    new Follower(walker, cast, urls, process).walk();
    new LightApp(walker, cast, urls, process).walk();
    System.out.println();
    System.out.println("Every promise was kept.");
  }

  private static Client person(Client admin, String server, String name, String password) {
    admin
        .post(
            "/people",
            Map.of(
                "name",
                name,
                "displayName",
                name,
                "email",
                name + "@example.com",
                "password",
                password))
        .expect(201);
    return new Client(server, name, password);
  }

  private static String password() {
    byte[] bytes = new byte[12];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
