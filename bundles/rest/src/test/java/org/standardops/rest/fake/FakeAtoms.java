package org.standardops.rest.fake;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.standardops.atom.Choice;
import org.standardops.atom.Recovery;
import org.standardops.engine.port.AtomDescription;
import org.standardops.engine.port.BundleState;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;
import org.standardops.services.AtomService;
import org.standardops.services.Caller;

/** Two versions of one atom, the older one retired. */
public final class FakeAtoms implements AtomService {

  @Override
  public List<LibraryAtom> list(Caller caller) {
    return List.of(
        new LibraryAtom(atom("1.1.0"), BundleState.ACTIVE),
        new LibraryAtom(atom("1.0.0"), BundleState.RETIRED));
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
}
