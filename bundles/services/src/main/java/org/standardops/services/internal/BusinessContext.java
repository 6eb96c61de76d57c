package org.standardops.services.internal;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.core.TaskState;
import org.standardops.model.BusinessId;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Warning;
import org.standardops.services.check.BusinessValues;
import org.standardops.services.plan.ConfigurationChanges;
import org.standardops.services.port.ConfigurationStore;
import org.standardops.services.port.Encryption;
import org.standardops.services.port.SecretStore;
import org.standardops.services.secret.SecretVariables;

/** What processes and tasks of a business need to know of it. */
@Component(service = BusinessContext.class)
public final class BusinessContext {

  private final SecretStore secrets;
  private final ConfigurationStore configurations;
  private final SecretVariables secretVariables;

  @Activate
  public BusinessContext(
      @Reference SecretStore secrets,
      @Reference ConfigurationStore configurations,
      @Reference Encryption encryption) {
    this(secrets, configurations, encryption, InstantSource.system());
  }

  BusinessContext(
      SecretStore secrets,
      ConfigurationStore configurations,
      Encryption encryption,
      InstantSource clock) {
    this.secrets = secrets;
    this.configurations = configurations;
    this.secretVariables = new SecretVariables(secrets, encryption, clock);
  }

  /** As they are now. */
  BusinessValues values(BusinessId business) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    configurations
        .find(business)
        .ifPresent(
            now ->
                now.variables()
                    .forEach(entry -> configuration.put(entry.key(), entry.value().orElse(null))));
    return new BusinessValues(
        business,
        configuration,
        secrets.list(business).stream().map(SecretStore.Entry::name).collect(Collectors.toSet()));
  }

  /** What a task that has not started was made with, and is another by now. */
  List<Warning> changesSince(TaskState task) {
    return task.status() == TaskStatus.CREATED
        ? ConfigurationChanges.since(task, values(task.plan().business()).configuration())
        : List.of();
  }

  SecretVariables secretVariables() {
    return secretVariables;
  }
}
