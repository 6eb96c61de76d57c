package org.standardops.atom.host.internal;

import java.util.Optional;
import java.util.stream.Stream;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.services.port.BundleStore;

/** Which bundle an atom's code belongs to: one that runs, or one that is only kept. */
final class TakenCodes {

  private final AtomCatalog catalog;
  private final BundleStore store;

  TakenCodes(AtomCatalog catalog, BundleStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  /**
   * @param own symbolic name of the bundle that asks
   * @return another bundle that has the code, with its version
   */
  Optional<String> holder(String code, String own) {
    Stream<String> running =
        catalog.all().stream()
            .map(AtomCatalog.InstalledAtom::description)
            .filter(atom -> atom.atom().code().equals(code))
            .map(atom -> atom.bundle());
    Stream<String> kept =
        store.list().stream()
            .filter(bundle -> bundle.atoms().stream().anyMatch(atom -> atom.code().equals(code)))
            .map(bundle -> bundle.id().words());
    return Stream.concat(running, kept).filter(bundle -> !bundle.startsWith(own + " ")).findFirst();
  }
}
