package org.standardops.shell.internal;

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
import org.standardops.services.AuditService;
import org.standardops.services.BundleService;
import org.standardops.services.BundleService.Installed;
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
  @Reference BundleService bundles;
  @Reference AuditService audit;

  @Override
  public Object execute() throws CommandException {
    Path jar = session.currentDir().resolve(file);
    try {
      if (!Files.isReadable(jar)) {
        throw new CommandException("The file " + jar + " cannot be read.");
      }
      Installed installed =
          new ShellAudit(audit, ShellUser.of(session))
              .change(
                  "INSTALL_BUNDLE",
                  "/bundles",
                  made -> "/bundles/" + made.bundle().bundle().id(),
                  caller -> bundles.install(caller, jar));
      InstalledBundle bundle = installed.bundle().bundle();
      session
          .getConsole()
          .println(
              (installed.isNew() ? "Installed " : "It was there: ")
                  + bundle.id().words()
                  + " with "
                  + String.join(", ", bundle.codes())
                  + ".");
      return null;
    } catch (ProductException e) {
      throw Refusal.of(e);
    }
  }
}
