package org.standardops.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.standardops.model.ProductException;
import org.standardops.services.AuditService;
import org.standardops.services.BundleService;
import org.standardops.services.BundleService.UsedBundle;

/** {@code standardops:bundle-retire ID}. */
@Service
@Command(
    scope = "standardops",
    name = "bundle-retire",
    description = "Gives an atom bundle to no new task; those that have it keep it.")
public final class BundleRetireCommand implements Action {

  @Argument(name = "ID", description = BundleText.ID, required = true)
  String id = "";

  @Reference Session session;
  @Reference BundleService bundles;
  @Reference AuditService audit;

  @Override
  public Object execute() throws CommandException {
    try {
      String path = "/bundles/" + id;
      UsedBundle bundle =
          new ShellAudit(audit, ShellUser.of(session))
              .change(
                  "RETIRE_BUNDLE",
                  path,
                  made -> path,
                  caller -> bundles.retire(caller, BundleText.id(id)));
      session.getConsole().println("No new task gets " + bundle.bundle().id() + ".");
      return null;
    } catch (ProductException e) {
      throw Refusal.of(e);
    }
  }
}
