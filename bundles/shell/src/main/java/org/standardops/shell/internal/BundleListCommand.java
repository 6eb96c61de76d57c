package org.standardops.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.standardops.model.ProductException;
import org.standardops.services.BundleService;
import org.standardops.services.BundleService.UsedBundle;
import org.standardops.services.port.BundleInstaller.InstalledBundle;

/** {@code standardops:bundle-list}. */
@Service
@Command(
    scope = "standardops",
    name = "bundle-list",
    description = "Lists the atom bundles that the server keeps.")
public final class BundleListCommand implements Action {

  private static final int DIGEST_LENGTH = 12;

  @Reference Session session;
  @Reference BundleService bundles;

  @Override
  public Object execute() throws CommandException {
    ShellTable table = new ShellTable();
    table.column("Bundle");
    table.column("Atoms");
    table.column("SHA-256");
    table.column("State");
    table.column("Tasks");
    table.column("Problem");
    table.emptyTableText("No atom bundle is there.");
    try {
      for (UsedBundle used : bundles.list(ShellUser.of(session))) {
        InstalledBundle bundle = used.bundle();
        table
            .addRow()
            .addContent(
                bundle.id(),
                String.join(", ", bundle.codes()),
                bundle.sha256().substring(0, DIGEST_LENGTH),
                bundle.state(),
                used.tasks().count(),
                bundle.problem().orElse(""));
      }
    } catch (ProductException e) {
      throw Refusal.of(e);
    }
    table.print(session.getConsole());
    return null;
  }
}
