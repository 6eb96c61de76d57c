package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The walk of the examples, against the built download, the CDN sandbox and a mail server. */
class SeedWalkIT {

  private static final Path WALK =
      Path.of(System.getProperty("standardops.examples")).resolveSibling("walk/target/walk.jar");

  private static final String QUICK =
      "{\"pushDuration\": \"PT0.5S\", \"purgeDuration\": \"PT0.2S\", \"listingDelay\": \"PT0.2S\"}";

  private static List<MailServer.Mail> mails(MailServer mail, String outcome) {
    return mail.mails().stream().filter(one -> one.subject().contains(outcome)).toList();
  }

  @Test
  void everyPromiseIsKept() {
    Download download = Download.fresh();
    try (CdnSandbox sandbox = new CdnSandbox();
        MailServer mail = new MailServer();
        ServerProcess server = new ServerProcess(download)) {
      sandbox.configure(download);
      Web.on(server).setUpChannel("email", mail.settings());

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
      await("mails of success and failure")
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> {
                assertThat(mails(mail, "Succeeded")).isNotEmpty();
                assertThat(mails(mail, "Failed"))
                    .anySatisfy(
                        failed ->
                            assertThat(failed.text())
                                .contains("Business: Web (web-", "Process: CDN Prefetch")
                                .containsPattern("- .+ \\(push\\): .*nothing-like-it.bin"));
              });
      assertThat(mail.mails())
          .allSatisfy(one -> assertThat(one.to()).matches("ann-.*@example.com"));
    }
  }
}
