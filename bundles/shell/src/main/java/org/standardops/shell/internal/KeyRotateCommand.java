package org.standardops.shell.internal;

import java.io.UncheckedIOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.standardops.model.ProductException;
import org.standardops.services.AuditService;
import org.standardops.services.KeyService;

/** {@code standardops:key-rotate}. */
@Service
@Command(
    scope = "standardops",
    name = "key-rotate",
    description = "Makes a new key and seals every secret with it; the server goes on.")
public final class KeyRotateCommand implements Action {

  @Reference Session session;
  @Reference KeyService key;
  @Reference AuditService audit;

  @Override
  public Object execute() throws CommandException {
    try {
      int sealed =
          new ShellAudit(audit, ShellUser.of(session))
              .change("CHANGE_KEY", "/secrets", made -> "/secrets", key::change);
      session
          .getConsole()
          .println("Sealed " + sealed + " secrets with a new key. Make a backup of keys/ now.");
      return null;
    } catch (ProductException e) {
      throw Refusal.of(e);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new CommandException(
          "Not done yet, and nothing is lost; mend this and call it again: " + e.getMessage(), e);
    }
  }
}
