package org.standardops.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.standardops.services.HealthService;
import org.standardops.services.HealthService.Health;

/** {@code standardops:health}: fails while the server is not ready, so that scripts can wait. */
@Service
@Command(
    scope = "standardops",
    name = "health",
    description = "Tells whether the server is ready, and what is wrong with it.")
public final class HealthCommand implements Action {

  @Reference Session session;
  @Reference HealthService health;

  @Override
  public Object execute() throws CommandException {
    Health now = health.health();
    now.problems().forEach(session.getConsole()::println);
    if (!now.ready()) {
      throw new CommandException("The server is not ready.");
    }
    session.getConsole().println("The server is ready.");
    return null;
  }
}
