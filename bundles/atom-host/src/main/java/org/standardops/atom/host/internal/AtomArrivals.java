package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.atom.Atom;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.engine.port.AtomDescription;
import org.standardops.json.JsonSchema;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;

/** Brings the atoms that bundles register into the catalogue; broken ones are told in the log. */
final class AtomArrivals implements ServiceTrackerCustomizer<Atom, Long> {

  private static final Logger LOG = LoggerFactory.getLogger(AtomArrivals.class);

  private final BundleContext context;
  private final Catalogue catalogue;
  private final AtomWorld world;

  AtomArrivals(BundleContext context, Catalogue catalogue, AtomWorld world) {
    this.world = world;
    this.context = context;
    this.catalogue = catalogue;
  }

  @Override
  public Long addingService(ServiceReference<Atom> reference) {
    Bundle bundle = reference.getBundle();
    if (bundle == null) {
      return null; // gone again already
    }
    Long service = (Long) reference.getProperty(Constants.SERVICE_ID);
    try {
      String code = code(reference);
      Description description = Description.read(code, file(bundle, code));
      Atom atom = context.getService(reference);
      if (atom == null) {
        throw refused("its service could not be made; see the messages of its component");
      }
      AtomDescription described = description.of(bundle.getSymbolicName(), bundle.getVersion());
      JsonSchema schema = JsonSchema.of(described.parameters());
      Optional<InstalledAtom> holder =
          catalogue.add(service, DescribedAtom.of(described, schema, atom, world));
      holder.ifPresent(
          first ->
              LOG.warn(
                  "Bundle {} brings atom {}, which bundle {} brought before: it waits in the"
                      + " background. Uninstall one of the two.",
                  described.bundle(),
                  described.atom(),
                  first.description().bundle()));
      return service;
    } catch (ProductException e) {
      catalogue.refuse(bundle.getSymbolicName() + " " + bundle.getVersion(), sentences(e));
      LOG.error(
          "An atom of bundle {} {} is not in the catalogue: {} {} Mend the bundle and install it"
              + " with a higher version.",
          bundle.getSymbolicName(),
          bundle.getVersion(),
          e.getMessage(),
          sentences(e));
      return null;
    }
  }

  private static String code(ServiceReference<Atom> reference) {
    if (reference.getProperty(Atom.CODE) instanceof String code) {
      return code;
    }
    throw refused("its service has no property " + Atom.CODE + ", which @AtomCode sets");
  }

  private static byte[] file(Bundle bundle, String code) {
    String name = Atom.DESCRIPTION_FOLDER + "/" + code + ".json";
    URL file = bundle.getEntry(name);
    if (file == null) {
      throw refused("the file " + name + " is missing in it");
    }
    try (InputStream in = file.openStream()) {
      byte[] json = in.readNBytes(Description.MAX_BYTES + 1);
      if (json.length > Description.MAX_BYTES) {
        throw refused(name + " is larger than " + Description.MAX_BYTES + " bytes");
      }
      return json;
    } catch (IOException e) {
      throw refused(name + " cannot be read (" + e.getMessage() + ")");
    }
  }

  private static ProductException refused(String reason) {
    return ProductException.invalid(List.of(new Fault("", "INVALID_ATOM", reason)));
  }

  private static String sentences(ProductException refused) {
    return refused.faults().stream().map(AtomArrivals::sentence).collect(Collectors.joining("; "));
  }

  private static String sentence(Fault fault) {
    return fault.pointer().isEmpty() ? fault.message() : fault.pointer() + ": " + fault.message();
  }

  @Override
  public void modifiedService(ServiceReference<Atom> reference, Long service) {
    // Code, bundle and description of an atom never change.
  }

  @Override
  public void removedService(ServiceReference<Atom> reference, Long service) {
    catalogue.remove(service);
    context.ungetService(reference);
  }
}
