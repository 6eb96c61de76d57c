package org.standardops.services.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.Engine;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.Fault;
import org.standardops.model.LightAppId;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.TextLimit;
import org.standardops.services.Caller;
import org.standardops.services.FavouriteService;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.Favourite;
import org.standardops.services.port.FavouriteStore;
import org.standardops.services.port.LightAppStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.rights.Subject;

/** Favourites: of what one may see. */
@Component
public final class FavouriteUseCases implements FavouriteService {

  private static final int MOST = 500;
  private static final TextLimit ID = TextLimit.name(128);

  private final FavouriteStore favourites;
  private final ProcessStore processes;
  private final Permissions permissions;
  private final TaskAccess tasks;
  private final AtomCatalog atoms;
  private final LightAppAccess apps;
  private final InstantSource clock;

  @Activate
  public FavouriteUseCases(
      @Reference FavouriteStore favourites,
      @Reference ProcessStore processes,
      @Reference BusinessStore businesses,
      @Reference Engine engine,
      @Reference AtomCatalog atoms,
      @Reference LightAppStore apps) {
    this(favourites, processes, businesses, engine, atoms, apps, InstantSource.system());
  }

  FavouriteUseCases(
      FavouriteStore favourites,
      ProcessStore processes,
      BusinessStore businesses,
      Engine engine,
      AtomCatalog atoms,
      LightAppStore apps,
      InstantSource clock) {
    this.favourites = favourites;
    this.processes = processes;
    this.permissions = new Permissions(businesses);
    this.tasks = new TaskAccess(engine, permissions);
    this.atoms = atoms;
    this.apps = new LightAppAccess(apps, permissions);
    this.clock = clock;
  }

  @Override
  public List<Favourite> list(Caller caller) {
    permissions.require(caller, Operation.LIST_FAVOURITES);
    return favourites.list(caller.name());
  }

  @Override
  public void add(Caller caller, Favourite.Kind kind, String id) {
    permissions.require(caller, Operation.ADD_FAVOURITE);
    TaskAccess.refuse(ID.check("", id));
    requireVisible(asOneself(caller), kind, id);
    if (favourites.list(caller.name()).size() >= MOST) {
      throw ProductException.invalid(
          List.of(
              new Fault(
                  "", "TOO_MANY", "You have " + MOST + " favourites already: remove some first.")));
    }
    favourites.add(
        caller.name(), new Favourite(kind, id, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  /** Favourites are one's own, and open to whoever must change the password first. */
  private static Caller asOneself(Caller caller) {
    return new Caller(
        caller.name(), caller.platformAdmin(), false, caller.address(), caller.signIn());
  }

  private void requireVisible(Caller caller, Favourite.Kind kind, String id) {
    switch (kind) {
      case PROCESS ->
          permissions.require(
              caller,
              Operation.SEE_PROCESS,
              processes
                  .find(new ProcessId(id))
                  .map(Subject::of)
                  .orElseThrow(() -> ProductException.notFound("The process " + id)));
      case TASK ->
          tasks.open(
              caller,
              Operation.SEE_TASK,
              TaskId.parse(id).orElseThrow(() -> ProductException.notFound("The task " + id)));
      case ATOM -> {
        if (atoms.newest(id, Optional.empty()).isEmpty()) {
          throw ProductException.notFound("The atom " + id);
        }
      }
      case LIGHT_APP -> apps.load(caller, Operation.SEE_LIGHT_APP, new LightAppId(id));
    }
  }

  @Override
  public void remove(Caller caller, Favourite.Kind kind, String id) {
    permissions.require(caller, Operation.REMOVE_FAVOURITE);
    favourites.remove(caller.name(), kind, id);
  }
}
