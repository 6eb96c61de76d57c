package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The walk of the examples, against the built download and the CDN sandbox. */
class SeedWalkIT {

  private static final Path WALK =
      Path.of(System.getProperty("standardops.examples")).resolveSibling("walk/target/walk.jar");

  private static final String QUICK =
      "{\"pushDuration\": \"PT0.5S\", \"purgeDuration\": \"PT0.2S\", \"listingDelay\": \"PT0.2S\"}";

  @Test
  void everyPromiseIsKept() {
    Download download = Download.fresh();
    try (CdnSandbox sandbox = new CdnSandbox();
        ServerProcess server = new ServerProcess(download)) {
      sandbox.configure(download);
      server.with("STANDARDOPS_ADMIN_PASSWORD", Web.ADMIN_PASSWORD).start();

      sandbox.control("POST", "/settings", QUICK);

      Command walk =
          Command.run(
              Map.of(
                  "STANDARDOPS_URL", server.uri("").toString(),
                  "STANDARDOPS_ADMIN_PASSWORD", Web.ADMIN_PASSWORD,
                  "WALK_EDGE", sandbox.edge()),
              "",
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-jar",
              WALK.toString());

      assertThat(walk.expectSuccess().output()).contains("Every promise was kept.");
    }
  }
}
