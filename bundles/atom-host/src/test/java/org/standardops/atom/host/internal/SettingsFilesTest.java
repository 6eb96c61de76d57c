package org.standardops.atom.host.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class SettingsFilesTest {

  private final Dictionary<String, Object> file = new Hashtable<>();
  private final SettingsFiles files = new SettingsFiles(configurations());

  @Test
  void givesWhatIsWrittenInTheFileOfASystem() {
    file.put("service.pid", "org.standardops.tencentcloud");
    file.put("felix.fileinstall.filename", "file:/etc/x.cfg");
    file.put("secretId", " id ");
    file.put("secretKey", "key");
    file.put("region", "");
    file.put("origin.cdn.example.com", "http://10.0.0.1:80");

    assertThat(files.find("tencentcloud"))
        .isEqualTo(
            Map.of(
                "secretId",
                "id",
                "secretKey",
                "key",
                "origin.cdn.example.com",
                "http://10.0.0.1:80"));
  }

  /** One file, found by any filter that names a product's PID. */
  private ConfigurationAdmin configurations() {
    Configuration configuration =
        fake(
            Configuration.class,
            (method, arguments) -> method.equals("getProperties") ? file : null);
    return fake(
        ConfigurationAdmin.class,
        (method, arguments) ->
            arguments[0].toString().startsWith("(service.pid=org.standardops.")
                ? new Configuration[] {configuration}
                : null);
  }

  private interface Answers {
    Object of(String method, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.of(method.getName(), arguments)));
  }
}
