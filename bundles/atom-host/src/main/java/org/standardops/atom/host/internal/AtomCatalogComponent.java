package org.standardops.atom.host.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.standardops.atom.Atom;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.AtomSource;
import org.standardops.engine.port.BundleState;
import org.standardops.engine.port.Connections;
import org.standardops.engine.port.Hosts;
import org.standardops.engine.port.OutboundHttp;
import org.standardops.model.task.AtomRef;

/**
 * The catalogue is the service registry: an atom works whoever installed its bundle. Beside those
 * stand the operations of components, which are in no bundle.
 */
@Component(service = {AtomCatalog.class, AtomCatalogComponent.class})
public final class AtomCatalogComponent implements AtomCatalog {

  private final Catalogue catalogue = new Catalogue();
  private final ServiceTracker<Atom, Long> tracker;

  private final ExecutorService threads = threads();
  private final AtomSource components;
  private final AutoCloseable listening;

  @Activate
  public AtomCatalogComponent(
      BundleContext context,
      @Reference Hosts hosts,
      @Reference Connections connections,
      @Reference OutboundHttp http,
      @Reference AtomSource components) {
    AtomWorld world = new AtomWorld(threads, hosts, connections, http);
    tracker =
        new ServiceTracker<>(context, Atom.class, new AtomArrivals(context, catalogue, world));
    tracker.open();
    this.components = components;
    listening = components.onChange(this::takeComponents);
    takeComponents();
  }

  /** One at a time, so that the last one sees the last state. */
  private synchronized void takeComponents() {
    catalogue.offer(components.atoms());
  }

  /** As many as atoms are asked at once, and none while none is. */
  private static ExecutorService threads() {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        run -> {
          Thread thread = new Thread(run, "standardops-atom-asked-" + number.incrementAndGet());
          thread.setDaemon(true);
          thread.setContextClassLoader(AtomCatalogComponent.class.getClassLoader());
          return thread;
        });
  }

  @Deactivate
  void stop() throws Exception {
    listening.close();
    tracker.close();
    threads.shutdownNow();
  }

  /** For those in this bundle who decide what becomes of its atoms. */
  Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public Optional<InstalledAtom> find(AtomRef atom) {
    return catalogue.find(atom);
  }

  @Override
  public BundleState state(AtomRef atom) {
    return catalogue.state(atom);
  }

  @Override
  public Optional<String> bundleOf(AtomRef atom) {
    return catalogue.bundleOf(atom);
  }

  @Override
  public List<InstalledAtom> all() {
    return catalogue.all();
  }

  @Override
  public Optional<InstalledAtom> newest(String code, Optional<Integer> major) {
    return catalogue.newest(code, major);
  }

  @Override
  public AutoCloseable onChange(Runnable listener) {
    return catalogue.onChange(listener);
  }
}
