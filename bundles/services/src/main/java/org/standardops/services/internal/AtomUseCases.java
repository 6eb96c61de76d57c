package org.standardops.services.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.AtomCatalog;
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
}
