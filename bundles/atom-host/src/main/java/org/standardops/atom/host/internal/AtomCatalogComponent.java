package org.standardops.atom.host.internal;

import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.standardops.atom.Atom;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.task.AtomRef;

/** The catalogue is the service registry: an atom works whoever installed its bundle. */
@Component
public final class AtomCatalogComponent implements AtomCatalog {

  private final Catalogue catalogue = new Catalogue();
  private final ServiceTracker<Atom, Long> tracker;

  @Activate
  public AtomCatalogComponent(BundleContext context) {
    tracker = new ServiceTracker<>(context, Atom.class, new AtomArrivals(context, catalogue));
    tracker.open();
  }

  @Deactivate
  void stop() {
    tracker.close();
  }

  @Override
  public Optional<InstalledAtom> find(AtomRef atom) {
    return catalogue.find(atom);
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
