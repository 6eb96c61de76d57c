package org.standardops.services.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.standardops.model.Page;
import org.standardops.services.check.AtomVersions;
import org.standardops.services.port.AtomUses.Use;
import org.standardops.services.port.AtomUses.Uses;
import org.standardops.services.port.Business;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;

/** Which published processes give their next task some versions of atoms. Reads them all. */
final class ProcessesOnAtoms {

  private final BusinessStore businesses;
  private final ProcessStore processes;
  private final AtomVersions versions;

  ProcessesOnAtoms(BusinessStore businesses, ProcessStore processes, AtomVersions versions) {
    this.businesses = businesses;
    this.processes = processes;
    this.versions = versions;
  }

  /**
   * @param first so many are named
   */
  Uses of(List<String> codes, String version, int first) {
    List<Use> named = new ArrayList<>();
    long[] count = {0};
    eachPublished(
        process -> {
          if (isOn(process, codes, version)) {
            count[0]++;
            if (named.size() < first) {
              named.add(new Use(process.id().value(), process.business()));
            }
          }
        });
    return new Uses(count[0], named);
  }

  private boolean isOn(StoredProcess process, List<String> codes, String version) {
    return process
        .definition()
        .nodes()
        .filter(node -> codes.contains(node.atom()))
        .anyMatch(
            node ->
                versions.choose(node, process.majors()).stream()
                    .anyMatch(atom -> atom.description().atom().version().equals(version)));
  }

  private void eachPublished(Consumer<StoredProcess> visitor) {
    eachPage(
        businesses::list,
        (Business business) ->
            eachPage(
                page ->
                    processes.list(
                        business.id(), Optional.empty(), Optional.empty(), Optional.empty(), page),
                process ->
                    processes
                        .find(process.id())
                        .filter(found -> !found.draft())
                        .ifPresent(visitor)));
  }

  private interface Pages<T> {
    Page<T> get(Page.Request page);
  }

  private static <T> void eachPage(Pages<T> pages, Consumer<T> visitor) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<T> page = pages.get(new Page.Request(Page.Request.MAX_LIMIT, cursor));
      page.items().forEach(visitor);
      cursor = page.nextCursor();
    } while (cursor.isPresent());
  }
}
