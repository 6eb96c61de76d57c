package org.standardops.services.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.Engine;
import org.standardops.model.Fault;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.TextLimit;
import org.standardops.services.Caller;
import org.standardops.services.FavouriteService;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.Favourite;
import org.standardops.services.port.FavouriteStore;
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
  private final InstantSource clock;

  @Activate
  public FavouriteUseCases(
      @Reference FavouriteStore favourites,
      @Reference ProcessStore processes,
      @Reference BusinessStore businesses,
      @Reference Engine engine) {
    this(favourites, processes, businesses, engine, InstantSource.system());
  }

  FavouriteUseCases(
      FavouriteStore favourites,
      ProcessStore processes,
      BusinessStore businesses,
      Engine engine,
      InstantSource clock) {
    this.favourites = favourites;
    this.processes = processes;
    this.permissions = new Permissions(businesses);
    this.tasks = new TaskAccess(engine, permissions);
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
    requireVisible(caller, kind, id);
    TaskAccess.refuse(ID.check("", id));
    if (favourites.list(caller.name()).size() >= MOST) {
      throw ProductException.invalid(
          List.of(
              new Fault(
                  "", "TOO_MANY", "You have " + MOST + " favourites already: remove some first.")));
    }
    favourites.add(
        caller.name(), new Favourite(kind, id, clock.instant().truncatedTo(ChronoUnit.MICROS)));
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
      case ATOM, LIGHT_APP -> {
        // Only what leads there later is checked: the id itself tells nothing.
      }
    }
  }

  @Override
  public void remove(Caller caller, Favourite.Kind kind, String id) {
    permissions.require(caller, Operation.REMOVE_FAVOURITE);
    favourites.remove(caller.name(), kind, id);
  }
}
