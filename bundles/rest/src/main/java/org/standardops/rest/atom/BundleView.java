package org.standardops.rest.atom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.engine.port.BundleState;
import org.standardops.rest.http.FaultTexts;
import org.standardops.rest.http.Language;
import org.standardops.services.BundleService.UsedBundle;
import org.standardops.services.port.AtomUses.Uses;
import org.standardops.services.port.BroughtAtom;
import org.standardops.services.port.BundleInstaller.InstalledBundle;
import org.standardops.services.port.BundleStore.Origin;

/**
 * An atom bundle, in the reader's language.
 *
 * @param problem empty: it runs
 * @param processes empty in a list
 */
public record BundleView(
    String id,
    String symbolicName,
    String version,
    String sha256,
    long size,
    Origin origin,
    String installedBy,
    Instant installedAt,
    BundleState state,
    Optional<String> problem,
    List<AtomOfBundle> atoms,
    UsesView tasks,
    Optional<UsesView> processes) {

  /** What it brings. */
  public record AtomOfBundle(String code, String version, String name) {}

  /** How many need it, and the first of them. */
  public record UsesView(long count, List<UseView> first) {

    static UsesView of(Uses uses) {
      return new UsesView(
          uses.count(),
          uses.first().stream().map(use -> new UseView(use.id(), use.business().value())).toList());
    }
  }

  /** A task or process. */
  public record UseView(String id, String business) {}

  static BundleView of(UsedBundle used, Language language) {
    InstalledBundle bundle = used.bundle();
    return new BundleView(
        bundle.id().toString(),
        bundle.id().symbolicName(),
        bundle.id().version(),
        bundle.sha256(),
        bundle.size(),
        bundle.origin(),
        bundle.installedBy(),
        bundle.installedAt(),
        bundle.state(),
        bundle.problem().map(problem -> FaultTexts.of(language, problem)),
        bundle.atoms().stream().map(atom -> atom(atom, bundle.id().version(), language)).toList(),
        UsesView.of(used.tasks()),
        used.processes().map(UsesView::of));
  }

  private static AtomOfBundle atom(BroughtAtom atom, String version, Language language) {
    String name = AtomView.text(atom.name(), language);
    return new AtomOfBundle(atom.code(), version, name.isEmpty() ? atom.code() : name);
  }
}
