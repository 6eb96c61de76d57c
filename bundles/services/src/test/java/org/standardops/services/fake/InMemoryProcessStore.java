package org.standardops.services.fake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.process.ProcessType;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;

/** Processes, their drafts and revisions in memory. */
public final class InMemoryProcessStore implements ProcessStore {

  private final Map<ProcessId, StoredProcess> published = new LinkedHashMap<>();
  private final Map<ProcessId, StoredProcess> drafts = new LinkedHashMap<>();
  private final Map<String, StoredProcess> revisions = new HashMap<>();
  private final Map<ProcessId, Long> versions = new HashMap<>();
  private final Map<String, Revision> descriptions = new HashMap<>();

  @Override
  public Optional<StoredProcess> find(ProcessId id) {
    return Optional.ofNullable(published.get(id)).map(this::asOfNow).or(() -> findDraft(id));
  }

  @Override
  public Optional<StoredProcess> findDraft(ProcessId id) {
    return Optional.ofNullable(drafts.get(id)).map(this::asOfNow);
  }

  private StoredProcess asOfNow(StoredProcess process) {
    return withVersion(process, versions.get(process.id()));
  }

  @Override
  public Optional<StoredProcess> findRevision(ProcessId id, int revision) {
    return Optional.ofNullable(revisions.get(id + "/" + revision)).map(this::asOfNow);
  }

  @Override
  public Page<Summary> list(
      BusinessId business,
      Optional<List<ProcessId>> only,
      Optional<ProcessType> type,
      Optional<String> nameContains,
      Page.Request page) {
    List<Summary> all =
        published.values().stream()
            .filter(process -> process.business().equals(business))
            .filter(process -> only.map(ids -> ids.contains(process.id())).orElse(true))
            .map(InMemoryProcessStore::summary)
            .toList();
    return Pages.of(all, summary -> summary.id().value(), page);
  }

  private static Summary summary(StoredProcess process) {
    return new Summary(
        process.id(),
        process.business(),
        process.definition().name(),
        process.definition().type(),
        process.revision(),
        process.publishedRevision(),
        process.createdBy(),
        process.createdAt(),
        process.updatedBy(),
        process.updatedAt());
  }

  @Override
  public boolean create(StoredProcess process, String comment) {
    if (find(process.id()).isPresent()) {
      return false;
    }
    put(process, comment);
    return true;
  }

  @Override
  public Optional<StoredProcess> save(StoredProcess process, String comment) {
    if (find(process.id()).filter(before -> before.version() == process.version()).isEmpty()) {
      return Optional.empty();
    }
    StoredProcess raised = withVersion(process, process.version() + 1);
    put(raised, comment);
    return Optional.of(raised);
  }

  private static StoredProcess withVersion(StoredProcess process, long version) {
    return new StoredProcess(
        process.id(),
        process.business(),
        process.revision(),
        process.publishedRevision(),
        process.definition(),
        process.majors(),
        process.draft(),
        process.createdBy(),
        process.createdAt(),
        process.updatedBy(),
        process.updatedAt(),
        version);
  }

  @Override
  public Page<Revision> revisions(ProcessId id, Page.Request page) {
    List<Revision> all =
        IntStream.iterate(published(id), number -> number > 0, number -> number - 1)
            .mapToObj(number -> descriptions.get(id + "/" + number))
            .toList();
    return Pages.of(all, revision -> String.valueOf(revision.number()), page);
  }

  private int published(ProcessId id) {
    return find(id).flatMap(StoredProcess::publishedRevision).orElse(0);
  }

  @Override
  public Optional<Revision> describe(ProcessId id, int number) {
    return Optional.ofNullable(descriptions.get(id + "/" + number));
  }

  private void put(StoredProcess process, String comment) {
    versions.put(process.id(), process.version());
    int number = process.draft() ? Revision.DRAFT : process.revision();
    descriptions.put(
        process.id() + "/" + number,
        new Revision(number, process.updatedBy(), process.updatedAt(), comment));
    if (process.draft()) {
      drafts.put(process.id(), process);
    } else {
      drafts.remove(process.id());
      published.put(process.id(), process);
      revisions.put(process.id() + "/" + process.revision(), process);
    }
  }

  @Override
  public boolean delete(ProcessId id, long version) {
    return find(id).filter(process -> process.version() == version).isPresent()
        && (published.remove(id) != null | drafts.remove(id) != null);
  }

  @Override
  public <T> T whileThere(ProcessId id, Supplier<T> work) {
    if (find(id).isEmpty()) {
      throw ProductException.notFound("The process " + id);
    }
    return work.get();
  }
}
