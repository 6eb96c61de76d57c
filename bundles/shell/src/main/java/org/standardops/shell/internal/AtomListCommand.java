package org.standardops.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.standardops.engine.port.AtomDescription;
import org.standardops.model.ProductException;
import org.standardops.services.AtomService;
import org.standardops.services.AtomService.LibraryAtom;

/** {@code standardops:atom-list}. */
@Service
@Command(
    scope = "standardops",
    name = "atom-list",
    description = "Lists every version of every atom that processes can use.")
public final class AtomListCommand implements Action {

  @Reference Session session;
  @Reference AtomService atoms;

  @Override
  public Object execute() throws CommandException {
    ShellTable table = new ShellTable();
    table.column("Atom");
    table.column("Version");
    table.column("Name");
    table.column("Recovery");
    table.column("State");
    table.column("Bundle");
    table.emptyTableText("No atom is there.");
    try {
      for (LibraryAtom listed : atoms.list(ShellUser.of(session))) {
        AtomDescription atom = listed.description();
        table
            .addRow()
            .addContent(
                atom.atom().code(),
                atom.atom().version(),
                atom.name().get("en"),
                atom.recovery(),
                listed.state(),
                atom.bundle());
      }
    } catch (ProductException e) {
      throw Refusal.of(e);
    }
    table.print(session.getConsole());
    return null;
  }
}
