package org.standardops.shell.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.standardops.services.BundleService.UsedBundle;
import org.standardops.services.port.AtomUses.Uses;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleInstaller.InstalledBundle;

/** Bundles as the shell shows and names them. */
final class BundleText {

  /** What commands take. */
  static final String ID = "The bundle, as bundle-list shows it: <symbolic name>:<version>";

  private BundleText() {}

  /** What names no bundle is looked for all the same, and not found. */
  static BundleId id(String text) {
    return BundleId.parse(text).orElseGet(() -> new BundleId(text, ""));
  }

  /** A line for each thing that is known of it. */
  static List<String> lines(UsedBundle used) {
    InstalledBundle bundle = used.bundle();
    Stream<String> known =
        Stream.of(
            "Bundle     " + bundle.id(),
            "State      " + bundle.state(),
            "Atoms      " + String.join(", ", bundle.codes()),
            "SHA-256    " + bundle.sha256(),
            "Size       " + bundle.size() + " bytes",
            "Installed  " + bundle.installedAt() + " by " + bundle.installedBy(),
            "Tasks      " + uses(used.tasks()),
            "Processes  " + used.processes().map(BundleText::uses).orElse("not looked for"));
    return Stream.concat(known, bundle.problem().map(problem -> "Problem    " + problem).stream())
        .toList();
  }

  /** How many, and the first of them. */
  static String uses(Uses uses) {
    String first =
        uses.first().stream()
            .map(use -> use.id() + " (" + use.business() + ")")
            .collect(Collectors.joining(", "));
    String more = uses.count() > uses.first().size() ? ", …" : "";
    return uses.count() == 0 ? "none" : uses.count() + ": " + first + more;
  }
}
