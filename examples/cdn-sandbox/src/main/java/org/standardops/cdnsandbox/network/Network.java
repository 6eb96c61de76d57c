package org.standardops.cdnsandbox.network;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.standardops.cdnsandbox.Domain;
import org.standardops.cdnsandbox.Settings;
import org.standardops.cdnsandbox.http.Response;

/**
 * Origin, edge and the tasks that move files between them, under one lock. Nothing runs in the
 * background: whoever looks first lets everything happen that was due by now, in the order in which
 * it was due.
 */
public final class Network {
  private final Supplier<Settings> settings;
  private final InstantSource clock;
  private final Origin origin = new Origin();
  private final EdgeCache edge = new EdgeCache(this::pull);
  private final Tasks tasks = new Tasks();

  public Network(Supplier<Settings> settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What the origin answers; a host that is no domain's server name is unknown to it. */
  public synchronized Response askOrigin(String host, String target) {
    catchUp();
    if (settings.get().domains().stream().noneMatch(domain -> domain.serverName().equals(host))) {
      return Response.text(404, "The origin does not serve the host " + host);
    }
    return origin.answer(target);
  }

  /**
   * What the edge answers: its copy, or a pull from the origin; 403 for a host that is no domain.
   */
  public synchronized Response askEdge(String host, String target) {
    Instant now = catchUp();
    if (domain(host).isEmpty()) {
      return Response.text(403, "The edge does not accelerate the host " + host);
    }
    return edge.get(new Resource(host, target), now);
  }

  /**
   * Makes a task for URLs whose hosts are {@linkplain #accelerates accelerated}; answers its id.
   */
  public synchronized String submit(TaskKind kind, List<String> urls, String area) {
    Duration duration =
        kind == TaskKind.PUSH ? settings.get().pushDuration() : settings.get().purgeDuration();
    return tasks.add(kind, urls, area, duration, catchUp());
  }

  public boolean accelerates(String url) {
    return Resource.of(url).flatMap(resource -> domain(resource.host())).isPresent();
  }

  public boolean isUrl(String url) {
    return Resource.of(url).isPresent();
  }

  /** Every URL of the kind, also those that the API does not list yet; oldest first. */
  public synchronized List<UrlTask> tasks(TaskKind kind) {
    catchUp();
    return tasks.rows(kind);
  }

  /** How often each URL was pushed or purged. */
  public synchronized Map<String, Integer> submitted(TaskKind kind) {
    Map<String, Integer> counts = new TreeMap<>();
    tasks.rows(kind).forEach(row -> counts.merge(row.url(), 1, Integer::sum));
    return counts;
  }

  public synchronized Map<String, Integer> originRequests() {
    catchUp();
    return origin.requests();
  }

  public synchronized Map<String, OriginFile> originFiles() {
    return new TreeMap<>(origin.files());
  }

  public synchronized void putOriginFile(
      String path, byte[] body, String contentType, String cacheControl) {
    origin.put(path, new OriginFile(body, contentType, cacheControl, catchUp()));
  }

  public synchronized boolean removeOriginFile(String path) {
    catchUp();
    return origin.remove(path);
  }

  public synchronized void reset() {
    tasks.clear();
    edge.clear();
    origin.reset();
  }

  private Instant catchUp() {
    Instant now = clock.instant();
    for (Optional<UrlTask> due = tasks.nextDue(now); due.isPresent(); due = tasks.nextDue(now)) {
      tasks.end(due.get(), outcome(due.get()));
    }
    return now;
  }

  private UrlTask.Status outcome(UrlTask task) {
    if (settings.get().failing().stream().anyMatch(task.url()::contains)) {
      return UrlTask.Status.FAIL;
    }
    Resource resource = Resource.of(task.url()).orElseThrow();
    if (task.kind() == TaskKind.PURGE) {
      edge.remove(resource);
      return UrlTask.Status.DONE;
    }
    return edge.get(resource, task.due()).status() < 400
        ? UrlTask.Status.DONE
        : UrlTask.Status.INVALID;
  }

  private Response pull(Resource resource) {
    return domain(resource.host())
        .map(domain -> origin.answer(resource.target()))
        .orElseGet(() -> Response.text(403, "The domain was removed: " + resource.host()));
  }

  private Optional<Domain> domain(String host) {
    return settings.get().domains().stream().filter(d -> d.name().equals(host)).findFirst();
  }
}
