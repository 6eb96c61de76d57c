package org.standardops.rest.fake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.ProcessView;
import org.standardops.services.RevisionService;
import org.standardops.services.port.ProcessStore;

/** One revision of each process of the fake; publishing and restoring only tell of it. */
public final class FakeRevisions implements RevisionService {

  private static final ProcessStore.Revision FIRST =
      new ProcessStore.Revision(1, "ann", Instant.EPOCH, "as it began");

  private final FakeProcesses processes;
  public String lastComment = "";

  public FakeRevisions(FakeProcesses processes) {
    this.processes = processes;
  }

  @Override
  public ProcessView publish(
      Caller caller, ProcessId process, OptionalLong expectedVersion, Optional<String> comment) {
    ProcessView view = processes.get(caller, process, true);
    expect(view, expectedVersion);
    if (!view.process().draft()) {
      throw new ProductException(ErrorCode.STATE_FORBIDS, "There is no draft.");
    }
    lastComment = comment.orElse("");
    return view;
  }

  private static void expect(ProcessView view, OptionalLong version) {
    if (version.isPresent() && version.getAsLong() != view.process().version()) {
      throw new ProductException(ErrorCode.ETAG_CHANGED, "It was changed meanwhile.");
    }
  }

  @Override
  public Page<ProcessStore.Revision> list(Caller caller, ProcessId process, Page.Request page) {
    processes.get(caller, process, false);
    return Lists.page(List.of(FIRST), page);
  }

  @Override
  public Revised get(Caller caller, ProcessId process, int revision) {
    if (revision != 1) {
      throw ProductException.notFound("Revision " + revision);
    }
    return new Revised(processes.get(caller, process, false), FIRST);
  }

  @Override
  public ProcessView restore(
      Caller caller,
      ProcessId process,
      int revision,
      OptionalLong expectedVersion,
      Optional<String> comment) {
    ProcessView view = get(caller, process, revision).process();
    expect(view, expectedVersion);
    lastComment = comment.orElse("");
    return view;
  }

  @Override
  public List<Change> difference(Caller caller, ProcessId process, int from, int to) {
    return List.of(
        new Change(Change.Kind.CHANGED, "/name", Optional.of("a"), Optional.of("b")),
        new Change(Change.Kind.ADDED, "/timeout", Optional.empty(), Optional.of("PT1H")));
  }
}
