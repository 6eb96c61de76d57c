package org.standardops.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class ConfiguredPasswordTest {

  private static final String VARIABLE = "STANDARDOPS_ADMIN_PASSWORD";

  @Test
  void prefersTheEnvironment() {
    assertThat(password(Map.of(VARIABLE, "from the environment"), settings("from the file")))
        .contains("from the environment");
  }

  @Test
  void readsTheSettings() {
    assertThat(password(Map.of(VARIABLE, ""), settings("from the file"))).contains("from the file");
  }

  @Test
  void isEmptyWhereNobodyChoseOne() {
    assertThat(password(Map.of(), settings(" "))).isEmpty();
    assertThat(password(Map.of(), none())).isEmpty();
  }

  private static Optional<String> password(
      Map<String, String> environment, ConfigurationAdmin settings) {
    return new ConfiguredPassword(environment, settings).get().map(String::new);
  }

  private static ConfigurationAdmin settings(String password) {
    return settings(new Hashtable<>(Map.of("adminPassword", password)));
  }

  private static ConfigurationAdmin none() {
    return settings((Dictionary<String, Object>) null);
  }

  private static ConfigurationAdmin settings(Dictionary<String, Object> properties) {
    return answering(ConfigurationAdmin.class, answering(Configuration.class, properties));
  }

  /** Gives the one answer to whatever it is asked: only one question is asked here. */
  private static <T> T answering(Class<T> type, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
  }
}
