package org.standardops.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may use whom, read from the manifests that the framework will read. */
class ImportDirectionArchTest {

  /** The table of docs/architecture.md: bundles of ours that each may import from. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("atom-api", Set.of()),
          Map.entry("atom-testkit", Set.of("atom-api")),
          Map.entry("model", Set.of()),
          Map.entry("json", Set.of("model")),
          Map.entry("expression", Set.of("model")),
          Map.entry("platform/api", Set.of("model")),
          Map.entry("platform/local", Set.of("platform/api", "model")),
          Map.entry("engine/core", Set.of("model")),
          Map.entry(
              "engine/runtime", Set.of("engine/core", "model", "json", "expression", "atom-api")),
          Map.entry("notify/api", Set.of("model")),
          Map.entry("notify/email", Set.of("notify/api", "model")),
          Map.entry("notify/wechat", Set.of("notify/api", "model", "json")),
          Map.entry("notify/sms", Set.of("notify/api", "model", "json")),
          Map.entry(
              "services",
              Set.of(
                  "engine/runtime",
                  "engine/core",
                  "platform/api",
                  "notify/api",
                  "model",
                  "json",
                  "expression",
                  "atom-api")),
          Map.entry("security", Set.of("services", "model")),
          Map.entry(
              "persistence",
              Set.of(
                  "engine/runtime",
                  "engine/core",
                  "services",
                  "platform/api",
                  "platform/local",
                  "model",
                  "json")),
          Map.entry("outbound", Set.of("engine/runtime", "model", "atom-api")),
          Map.entry("web-errors", Set.of()),
          Map.entry(
              "components", Set.of("engine/runtime", "services", "model", "json", "atom-api")),
          Map.entry("atom-host", Set.of("engine/runtime", "services", "model", "json", "atom-api")),
          Map.entry(
              "rest",
              Set.of(
                  "services",
                  "security",
                  "platform/api",
                  "engine/runtime",
                  "engine/core",
                  "model",
                  "json",
                  "atom-api")),
          Map.entry("console", Set.of()),
          Map.entry("shell", Set.of("services", "engine/runtime", "model", "atom-api")));

  /** Only these packages of a bundle, where it must not have all of them. */
  private static final Map<String, Map<String, Set<String>>> ONLY =
      Map.of(
          "persistence",
              Map.of(
                  "engine/runtime", Set.of("org.standardops.engine.port"),
                  "services", Set.of("org.standardops.services.port")),
          "security",
              Map.of(
                  "services", Set.of("org.standardops.services", "org.standardops.services.port")),
          "outbound", Map.of("engine/runtime", Set.of("org.standardops.engine.port")),
          "atom-host",
              Map.of(
                  "engine/runtime", Set.of("org.standardops.engine.port"),
                  "services", Set.of("org.standardops.services.port")),
          "components",
              Map.of(
                  "engine/runtime", Set.of("org.standardops.engine.port"),
                  "services", Set.of("org.standardops.services.port")),
          "shell", Map.of("engine/runtime", Set.of("org.standardops.engine.port")));

  /** Bundles of which others use something; the rest export nothing. */
  private static final Set<String> EXPORTING =
      Set.of(
          "atom-api",
          "atom-testkit",
          "model",
          "json",
          "expression",
          "platform/api",
          "platform/local",
          "engine/core",
          "engine/runtime",
          "notify/api",
          "services",
          "security");

  /** For tests, or embedded by those that use it. */
  private static final Set<String> IN_NO_SERVER =
      Set.of("atom-testkit", "atom-answers", "tencent-cloud-signature");

  private final List<BuiltBundle> bundles = BuiltBundle.all();

  @Test
  void everyBundleHasItsPlaceInTheTable() {
    assertThat(bundles)
        .filteredOn(bundle -> !bundle.isAtom())
        .extracting(BuiltBundle::folder)
        .as("a new bundle gets a row here and in docs/architecture.md, with what it may use")
        .isSubsetOf(MAY_USE.keySet());
  }

  @Test
  void everyModuleIsLookedAt() {
    Set<String> modules = new TreeSet<>();
    Pattern.compile("<module>(.+?)</module>")
        .matcher(Root.text("bundles/pom.xml"))
        .results()
        .forEach(module -> modules.add(module.group(1)));
    modules.removeAll(IN_NO_SERVER);

    assertThat(bundles)
        .extracting(BuiltBundle::folder)
        .as("every module of bundles/pom.xml is a dependency of itests/architecture/pom.xml")
        .containsAll(modules);
  }

  @Test
  void importsGoOneWay() {
    Map<String, String> owner = new HashMap<>();
    bundles.forEach(bundle -> bundle.exports().forEach(name -> owner.put(name, bundle.folder())));
    Map<String, Set<String>> wrong = new TreeMap<>();
    for (BuiltBundle bundle : bundles) {
      Set<String> allowed = bundle.isAtom() ? Set.of("atom-api") : MAY_USE.get(bundle.folder());
      for (String name : bundle.imports()) {
        String from = owner.get(name);
        if (from != null
            && !from.equals(bundle.folder())
            && !allowed(bundle, from, name, allowed)) {
          wrong.computeIfAbsent(bundle.folder(), any -> new TreeSet<>()).add(name);
        }
      }
    }
    assertThat(wrong)
        .as(
            "what is inside knows nothing of what is outside: put a port where it is needed, and"
                + " implement it outside")
        .isEmpty();
  }

  private static boolean allowed(
      BuiltBundle bundle, String from, String name, Set<String> allowed) {
    Set<String> only = ONLY.getOrDefault(bundle.folder(), Map.of()).get(from);
    return allowed.contains(from) && (only == null || only.contains(name));
  }

  @Test
  void onlyInnerBundlesExport() {
    assertThat(bundles)
        .filteredOn(bundle -> !bundle.exports().isEmpty())
        .extracting(BuiltBundle::folder)
        .as("outer bundles give services, not packages: leave @Export out of package-info.java")
        .isSubsetOf(EXPORTING);
  }

  @Test
  void internalPackagesAreNeverExported() {
    assertThat(bundles)
        .allSatisfy(
            bundle ->
                assertThat(bundle.exports())
                    .as(bundle.folder() + ": what is exported cannot be changed any more")
                    .noneMatch(name -> name.contains(".internal")));
  }

  @Test
  void aBundleIsNamedForItsFolder() {
    assertThat(bundles)
        .allSatisfy(
            bundle ->
                assertThat(bundle.symbolicName())
                    .as("who knows one name finds the other")
                    .isEqualTo(
                        "org.standardops."
                            + bundle
                                .folder()
                                .replace("atoms/", "atom/")
                                .replace('/', '.')
                                .replace('-', '.')));
  }

  @Test
  void everyBundleButTheAtomsIsInTheFeatureOnce() {
    String feature = Root.text("features/src/main/resources/standardops.xml");
    for (BuiltBundle bundle : bundles) {
      String artifact = bundle.folder().replace("atoms/", "atom-").replace('/', '-');
      int times = feature.split("mvn:org.standardops/" + artifact + "/", -1).length - 1;
      boolean expected = !bundle.isAtom() && !artifact.equals("atom-testkit");
      assertThat(times)
          .as(
              bundle.folder()
                  + ": ours are installed by the feature, atoms by atom-host, which disturbs nobody")
          .isEqualTo(expected ? 1 : 0);
    }
  }
}
