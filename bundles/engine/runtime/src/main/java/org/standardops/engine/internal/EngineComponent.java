package org.standardops.engine.internal;

import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.CommandBy;
import org.standardops.engine.Engine;
import org.standardops.engine.Metric;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.Connections;
import org.standardops.engine.port.HostKeys;
import org.standardops.engine.port.Hosts;
import org.standardops.engine.port.JournalStore;
import org.standardops.engine.port.NodeLogStore;
import org.standardops.engine.port.OutboundHttp;
import org.standardops.engine.port.Secrets;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;

/** Wires the engine to its ports and starts it; touches no database itself. */
@Component(service = Engine.class, immediate = true)
public final class EngineComponent implements Engine {

  private static final Logger LOG = LoggerFactory.getLogger(EngineComponent.class);

  /** Where the outside reaches this server; set by the start scripts. */
  private static final String PUBLIC_URL = "standardops.public.url";

  /** How many tasks are kept in memory at once. */
  private static final String HOT_TASKS = "standardops.engine.hot-tasks";

  private final RunningEngine engine;
  private final AutoCloseable catalogWatch;

  @Activate
  public EngineComponent(
      @Reference JournalStore journal,
      @Reference AtomCatalog atoms,
      @Reference NodeLogStore logs,
      @Reference OutboundHttp http,
      @Reference Connections connections,
      @Reference Secrets secrets,
      @Reference Hosts hosts,
      @Reference HostKeys hostKeys) {
    engine =
        RunningEngine.start(
            new EnginePorts(
                journal,
                atoms,
                logs,
                http,
                connections,
                secrets,
                hosts,
                hostKeys,
                InstantSource.system()),
            new EngineClock(InstantSource.system(), System::nanoTime),
            System.getProperty(PUBLIC_URL, ""),
            ManagementFactory.getRuntimeMXBean().getName(),
            Integer.getInteger(HOT_TASKS, 20_000));
    catalogWatch = atoms.onChange(engine::atomsChanged);
  }

  @Deactivate
  public void stop() {
    try {
      catalogWatch.close();
    } catch (Exception e) { // what AutoCloseable may throw
      LOG.warn("The watch on the atoms could not be ended; the engine stops all the same.", e);
    }
    engine.stop();
  }

  @Override
  public CompletionStage<TaskState> create(TaskPlan plan, boolean start, CommandBy by) {
    return engine.create(plan, start, by);
  }

  @Override
  public CompletionStage<TaskState> submit(TaskId task, Command command, CommandBy by) {
    return engine.submit(task, command, by);
  }

  @Override
  public CompletionStage<Optional<TaskState>> find(TaskId task) {
    return engine.find(task);
  }

  @Override
  public Map<String, Double> progress(TaskId task) {
    return engine.progress(task);
  }

  @Override
  public List<TaskEvent> events(TaskId task, int afterSeq, int limit) {
    return engine.events(task, afterSeq, limit);
  }

  @Override
  public AutoCloseable subscribe(TaskId task, Consumer<TaskEvent> listener) {
    return engine.subscribe(task, listener);
  }

  @Override
  public LogPart log(
      TaskId task, String node, int attempt, Optional<String> section, long from, int maxBytes) {
    return engine.log(task, node, attempt, section, from, maxBytes);
  }

  @Override
  public List<String> logSections(TaskId task, String node, int attempt) {
    return engine.logSections(task, node, attempt);
  }

  @Override
  public CompletionStage<CallbackAnswer> callback(String key, Object body) {
    return engine.callback(key, body);
  }

  @Override
  public List<Metric> metrics() {
    return engine.metrics();
  }

  @Override
  public CompletionStage<Void> settle() {
    return engine.settle();
  }

  @Override
  public EngineHealth health() {
    return engine.health();
  }
}
