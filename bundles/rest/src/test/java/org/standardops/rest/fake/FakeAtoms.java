package org.standardops.rest.fake;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.standardops.atom.Choice;
import org.standardops.atom.Recovery;
import org.standardops.engine.port.AtomDescription;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;
import org.standardops.services.AtomService;
import org.standardops.services.Caller;
import org.standardops.services.port.BundleInstaller.InstalledBundle;

/** Two versions of one atom; a jar is a bundle when it begins with PK. */
public final class FakeAtoms implements AtomService {

  @Override
  public List<AtomDescription> list(Caller caller) {
    return List.of(atom("1.1.0"), atom("1.0.0"));
  }

  private static AtomDescription atom(String version) {
    return new AtomDescription(
        new AtomRef("timer", version),
        Map.of("en", "Timer", "zh-CN", "定时"),
        Map.of("en", "Waits"),
        Map.of("en", "Basics", "zh-CN", "基础"),
        "clock",
        TimingType.IDLE_TIME,
        Recovery.RERUN,
        false,
        Map.of("type", "object"),
        Map.of("type", "object"),
        "org.standardops.atom.timer " + version);
  }

  @Override
  public List<Choice> options(
      Caller caller,
      AtomRef atom,
      BusinessId business,
      String field,
      Map<String, Object> params,
      String query) {
    if (!field.equals("region")) {
      throw ProductException.invalid(
          List.of(new Fault("/field", "NO_OPTIONS", "There are choices for region alone.")));
    }
    return Stream.concat(
            Stream.of(new Choice("ap-guangzhou", Map.of("en", "Guangzhou", "zh-CN", "广州"))),
            IntStream.rangeClosed(1, 100).mapToObj(i -> Choice.of("r" + i, business + " " + query)))
        .toList();
  }

  @Override
  public InstalledBundle install(Caller caller, byte[] jar) {
    if (jar.length < 2 || jar[0] != 'P' || jar[1] != 'K') {
      throw ProductException.invalid(List.of(new Fault("", "NO_JAR", "These bytes are no jar.")));
    }
    return bundle();
  }

  private static InstalledBundle bundle() {
    return new InstalledBundle(
        "org.standardops.atom.timer", "1.1.0", "abc", List.of("timer"), "ACTIVE");
  }

  @Override
  public List<InstalledBundle> bundles(Caller caller) {
    return List.of(bundle());
  }
}
