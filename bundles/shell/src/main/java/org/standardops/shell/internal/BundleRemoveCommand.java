package org.standardops.shell.internal;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.standardops.model.ProductException;
import org.standardops.services.AuditService;
import org.standardops.services.BundleService;
import org.standardops.services.BundleService.UsedBundle;

/** {@code standardops:bundle-remove [--force] ID}. */
@Service
@Command(
    scope = "standardops",
    name = "bundle-remove",
    description = "Removes an atom bundle, as soon as no task needs it.")
public final class BundleRemoveCommand implements Action {

  @Argument(name = "ID", description = BundleText.ID, required = true)
  String id = "";

  @Option(
      name = "--force",
      description = "At once, though tasks need it; their nodes wait until it is installed again")
  boolean force;

  @Reference Session session;
  @Reference BundleService bundles;
  @Reference AuditService audit;

  @Override
  public Object execute() throws CommandException {
    try {
      String path = "/bundles/" + id;
      Optional<UsedBundle> draining =
          new ShellAudit(audit, ShellUser.of(session))
              .change(
                  "REMOVE_BUNDLE",
                  path,
                  made -> path,
                  caller -> bundles.remove(caller, BundleText.id(id), force));
      session
          .getConsole()
          .println(
              draining
                  .map(
                      bundle ->
                          id
                              + " drains, and goes when the last of its tasks has ended. "
                              + BundleText.uses(bundle.tasks()))
                  .orElse("Removed " + id + "."));
      return null;
    } catch (ProductException e) {
      throw Refusal.of(e);
    }
  }
}
