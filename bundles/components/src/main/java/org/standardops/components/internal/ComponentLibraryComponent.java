package org.standardops.components.internal;

import java.time.InstantSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.engine.port.AtomSource;
import org.standardops.services.port.ComponentLibrary;
import org.standardops.services.port.ComponentStore;

/** Brings in what is stored, on a thread of its own: the database may be away for a while. */
@Component
public final class ComponentLibraryComponent implements ComponentLibrary, AtomSource {

  private static final Logger LOG = LoggerFactory.getLogger(ComponentLibraryComponent.class);
  private static final long PAUSE_MILLIS = 2_000;
  private static final long FAREWELL_MILLIS = 5_000;

  private final Library library;
  private final Thread loading;

  @Activate
  public ComponentLibraryComponent(@Reference ComponentStore store) {
    library = new Library(store, InstantSource.system());
    loading = new Thread(this::load, "standardops-components");
    loading.start();
  }

  private void load() {
    String told = "";
    try {
      while (!library.loaded()) {
        try {
          library.load();
        } catch (RuntimeException e) { // whatever the store throws while it is away
          if (!told.equals(e.toString())) {
            told = e.toString();
            LOG.warn("The components cannot be brought in yet; trying again until it works.", e);
          }
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is stopping
    }
  }

  @Deactivate
  void stop() throws InterruptedException {
    loading.interrupt();
    loading.join(FAREWELL_MILLIS);
  }

  @Override
  public ComponentLibrary.Component add(Source source, String by) {
    return library.add(source, by);
  }

  @Override
  public List<ComponentLibrary.Component> list() {
    return library.list();
  }

  @Override
  public boolean remove(String name, String version) {
    return library.remove(name, version);
  }

  @Override
  public boolean loaded() {
    return library.loaded();
  }

  @Override
  public List<InstalledAtom> atoms() {
    return library.atoms();
  }

  @Override
  public AutoCloseable onChange(Runnable listener) {
    return library.onChange(listener);
  }
}
