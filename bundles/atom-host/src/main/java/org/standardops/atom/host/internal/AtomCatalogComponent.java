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
import org.standardops.engine.port.BundleState;
import org.standardops.model.task.AtomRef;

/** The catalogue is the service registry: an atom works whoever installed its bundle. */
@Component(service = {AtomCatalog.class, AtomCatalogComponent.class})
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
