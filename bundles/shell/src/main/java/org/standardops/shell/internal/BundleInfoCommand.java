package org.standardops.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.standardops.model.ProductException;
import org.standardops.services.BundleService;

/** {@code standardops:bundle-info ID}. */
@Service
@Command(
    scope = "standardops",
    name = "bundle-info",
    description = "Shows an atom bundle, with the tasks and processes that use it.")
public final class BundleInfoCommand implements Action {

  @Argument(name = "ID", description = BundleText.ID, required = true)
  String id = "";

  @Reference Session session;
  @Reference BundleService bundles;

  @Override
  public Object execute() throws CommandException {
    try {
      BundleText.lines(bundles.find(ShellUser.of(session), BundleText.id(id)))
          .forEach(session.getConsole()::println);
      return null;
    } catch (ProductException e) {
      throw Refusal.of(e);
    }
  }
}
