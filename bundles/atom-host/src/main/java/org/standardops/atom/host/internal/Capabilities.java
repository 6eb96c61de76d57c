package org.standardops.atom.host.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;

/** What the bundles of this server offer to those that require a capability. */
interface Capabilities {

  /** Attributes of each capability of a namespace. */
  List<Map<String, Object>> of(String namespace);

  /** Those of the framework as it is when it is asked; atom bundles offer nothing. */
  static Capabilities of(BundleContext context) {
    return namespace ->
        Arrays.stream(context.getBundles())
            .filter(bundle -> !bundle.getLocation().startsWith(AtomBundles.LOCATION))
            .flatMap(bundle -> revision(bundle).stream())
            .flatMap(revision -> revision.getDeclaredCapabilities(namespace).stream())
            .map(capability -> capability.getAttributes())
            .toList();
  }

  private static Optional<BundleRevision> revision(Bundle bundle) {
    return Optional.ofNullable(bundle.adapt(BundleRevision.class));
  }
}
