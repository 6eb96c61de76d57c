package org.standardops.services.internal;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.atom.Choice;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.BusinessId;
import org.standardops.model.ProductException;
import org.standardops.model.task.AtomRef;
import org.standardops.services.AtomService;
import org.standardops.services.Caller;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** The atom library. */
@Component
public final class AtomUseCases implements AtomService {

  private final AtomCatalog atoms;
  private final Permissions permissions;

  @Activate
  public AtomUseCases(@Reference AtomCatalog atoms, @Reference BusinessStore businesses) {
    this.atoms = atoms;
    this.permissions = new Permissions(businesses);
  }

  @Override
  public List<LibraryAtom> list(Caller caller) {
    permissions.require(caller, Operation.LIST_ATOMS);
    return atoms.all().stream()
        .map(AtomCatalog.InstalledAtom::description)
        .map(atom -> new LibraryAtom(atom, atoms.state(atom.atom())))
        .toList();
  }

  @Override
  public List<Choice> options(
      Caller caller,
      AtomRef atom,
      BusinessId business,
      String field,
      Map<String, Object> params,
      String query) {
    permissions.require(caller, Operation.LOOK_UP_OPTIONS, business);
    return atoms
        .find(atom)
        .orElseThrow(() -> ProductException.notFound("The atom " + atom))
        .options(business, field, params, query);
  }
}
