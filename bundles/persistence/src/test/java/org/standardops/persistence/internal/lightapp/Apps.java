package org.standardops.persistence.internal.lightapp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.BusinessId;
import org.standardops.model.LightAppId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessType;
import org.standardops.services.port.LightApp;

/** Light apps to keep. */
final class Apps {

  static final Instant CREATED = Instant.parse("2026-11-24T08:00:00.123456Z");
  static final BusinessId GAMES = new BusinessId("games");
  static final ProcessId PROCESS = new ProcessId("p1");

  private Apps() {}

  static LightApp app(String id, String... people) {
    return new LightApp(
        new LightAppId(id), GAMES, form(people), frozen(), "ann", CREATED, "bob", CREATED, 1);
  }

  static LightApp.Form form(String... people) {
    return new LightApp.Form(
        "预热",
        "Two\nlines",
        "rocket",
        List.of(
            new LightApp.Input(
                "urls",
                Optional.of("Addresses"),
                Optional.empty(),
                Optional.of(List.of("http://a/")),
                Map.of("maxItems", 2))),
        List.of(new LightApp.Output("report", Optional.empty())),
        List.of(people),
        List.of("ann"),
        Set.of(LightApp.May.SUSPEND),
        true,
        Optional.of(CREATED.plusSeconds(60)));
  }

  private static LightApp.Frozen frozen() {
    return new LightApp.Frozen(
        new TaskId(77),
        PROCESS,
        3,
        new ProcessDefinition(
            "CDN Prefetch",
            ProcessType.PUBLISHING,
            Optional.empty(),
            Optional.empty(),
            ProcessDefinition.OnTimeout.NOTIFY,
            List.of(),
            List.of()),
        List.of("push"),
        Map.of("area", "global"));
  }
}
