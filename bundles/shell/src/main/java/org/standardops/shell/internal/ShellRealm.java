package org.standardops.shell.internal;

import java.nio.file.Path;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.apache.karaf.jaas.modules.properties.PropertiesLoginModule;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Who may use the shell over SSH: the one user whose random password the start script has put into
 * the data folder. Karaf's own realm reads {@code etc}, which knows no user and stays unwritten.
 */
@Component
public final class ShellRealm implements JaasRealm {
  private final Map<String, Object> options;

  @Activate
  public ShellRealm(BundleContext context) {
    options =
        Map.of(
            BundleContext.class.getName(),
            context,
            ProxyLoginModule.PROPERTY_MODULE,
            PropertiesLoginModule.class.getName(),
            ProxyLoginModule.PROPERTY_BUNDLE,
            Long.toString(moduleBundle()),
            "users",
            users(context).toString());
  }

  private static long moduleBundle() {
    return FrameworkUtil.getBundle(PropertiesLoginModule.class).getBundleId();
  }

  private static Path users(BundleContext context) {
    return Path.of(context.getProperty("standardops.data"), "keys", "shell", "users.properties");
  }

  @Override
  public String getName() {
    return "standardops-shell";
  }

  @Override
  public int getRank() {
    return 0;
  }

  @Override
  public AppConfigurationEntry[] getEntries() {
    return new AppConfigurationEntry[] {
      new AppConfigurationEntry(
          ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)
    };
  }
}
