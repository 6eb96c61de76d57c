package org.standardops.shell.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.standardops.model.ProductException;
import org.standardops.services.AtomService;
import org.standardops.services.AuditService;
import org.standardops.services.port.BundleInstaller.InstalledBundle;

/** {@code standardops:bundle-install FILE}. */
@Service
@Command(
    scope = "standardops",
    name = "bundle-install",
    description = "Installs an atom bundle; it stays over restarts, beside its other versions.")
public final class BundleInstallCommand implements Action {

  @Argument(name = "FILE", description = "The jar, on the server's machine", required = true)
  @Completion(FileCompleter.class)
  String file = "";

  @Reference Session session;
  @Reference AtomService atoms;
  @Reference AuditService audit;

  @Override
  public Object execute() throws CommandException {
    Path jar = session.currentDir().resolve(file);
    try {
      byte[] bytes = Files.readAllBytes(jar);
      InstalledBundle bundle =
          new ShellAudit(audit, ShellUser.of(session))
              .change(
                  "INSTALL_BUNDLE",
                  "/bundles",
                  installed -> "/bundles/" + installed.symbolicName() + ":" + installed.version(),
                  caller -> atoms.install(caller, bytes));
      session
          .getConsole()
          .println(
              "Installed "
                  + bundle.symbolicName()
                  + " "
                  + bundle.version()
                  + " with "
                  + String.join(", ", bundle.atoms())
                  + ".");
      return null;
    } catch (IOException e) {
      throw new CommandException("The file " + jar + " cannot be read: " + e, e);
    } catch (ProductException e) {
      throw Refusal.of(e);
    }
  }
}
