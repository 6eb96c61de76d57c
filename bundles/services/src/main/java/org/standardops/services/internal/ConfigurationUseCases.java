package org.standardops.services.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.model.template.Templates;
import org.standardops.services.Caller;
import org.standardops.services.ConfigurationService;
import org.standardops.services.check.ConfigurationCheck;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ConfigurationStore;
import org.standardops.services.port.ConfigurationStore.Configuration;
import org.standardops.services.port.ConfigurationStore.Entry;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.secret.EnteredSecrets;

/** The configuration of a business: replaced whole, checked whole, every state kept. */
@Component
public final class ConfigurationUseCases implements ConfigurationService {

  private static final String PREFIX = "business.";

  private final ConfigurationStore configurations;
  private final ProcessStore processes;
  private final BusinessContext context;
  private final Permissions permissions;
  private final InstantSource clock;

  @Activate
  public ConfigurationUseCases(
      @Reference ConfigurationStore configurations,
      @Reference ProcessStore processes,
      @Reference BusinessStore businesses,
      @Reference BusinessContext context) {
    this(configurations, processes, businesses, context, InstantSource.system());
  }

  ConfigurationUseCases(
      ConfigurationStore configurations,
      ProcessStore processes,
      BusinessStore businesses,
      BusinessContext context,
      InstantSource clock) {
    this.configurations = configurations;
    this.processes = processes;
    this.context = context;
    this.permissions = new Permissions(businesses);
    this.clock = clock;
  }

  @Override
  public Configuration get(Caller caller, BusinessId business) {
    permissions.require(caller, Operation.SEE_CONFIGURATION, business);
    return now(business);
  }

  private Configuration now(BusinessId business) {
    return configurations.find(business).orElseGet(() -> Configuration.none(business));
  }

  @Override
  public Configuration replace(
      Caller caller, BusinessId business, long expectedVersion, List<Entry> variables) {
    permissions.require(caller, Operation.CHANGE_CONFIGURATION, business);
    Configuration before = now(business);
    if (before.version() != expectedVersion) {
      throw changedMeanwhile();
    }
    Sealed checked = sealed(before, variables);
    List<Fault> faults = new ArrayList<>(checked.faults());
    faults.addAll(ConfigurationCheck.check(checked.variables()));
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults.stream().distinct().toList());
    }
    checked
        .toKeep()
        .forEach(
            entered ->
                context.secretVariables().keep(business, entered, caller.name(), Optional.empty()));
    Configuration next =
        new Configuration(
            business,
            checked.variables(),
            before.version() + 1,
            caller.name(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (!configurations.add(next)) {
      throw changedMeanwhile();
    }
    return next;
  }

  private record Sealed(List<Entry> variables, List<EnteredSecrets> toKeep, List<Fault> faults) {}

  private Sealed sealed(Configuration before, List<Entry> variables) {
    Map<String, Object> current = new HashMap<>();
    before
        .variables()
        .forEach(entry -> entry.value().ifPresent(value -> current.put(entry.key(), value)));
    Sealed checked = new Sealed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < variables.size(); i++) {
      Entry entry = variables.get(i);
      String at = "/variables/" + i + "/value";
      Map<String, Object> value = new HashMap<>();
      entry.value().ifPresent(sent -> value.put(entry.key(), sent));
      EnteredSecrets entered =
          context
              .secretVariables()
              .enter(
                  "",
                  List.of(
                      ConfigurationCheck.asVariable(
                          ConfigurationCheck.withValue(entry, Optional.empty()))),
                  current,
                  value);
      entered
          .faults()
          .forEach(fault -> checked.faults().add(new Fault(at, fault.code(), fault.message())));
      checked.toKeep().add(entered);
      checked
          .variables()
          .add(
              ConfigurationCheck.withValue(
                  entry, Optional.ofNullable(entered.values().get(entry.key()))));
    }
    return checked;
  }

  private static ProductException changedMeanwhile() {
    return new ProductException(
        ErrorCode.ETAG_CHANGED, "The configuration has changed since you read it: read it again.");
  }

  @Override
  public Page<Configuration> history(Caller caller, BusinessId business, Page.Request page) {
    permissions.require(caller, Operation.SEE_CONFIGURATION, business);
    return configurations.history(business, page);
  }

  @Override
  public List<Use> usedBy(Caller caller, BusinessId business) {
    permissions.require(caller, Operation.SEE_USES_OF_CONFIGURATION, business);
    List<Use> uses = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<ProcessStore.Summary> page =
          processes.list(
              business,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              new Page.Request(Page.Request.MAX_LIMIT, cursor));
      page.items().forEach(process -> uses.addAll(uses(process)));
      cursor = page.nextCursor();
    } while (cursor.isPresent());
    uses.sort(Comparator.comparing(Use::key).thenComparing(use -> use.process().value()));
    return uses;
  }

  private List<Use> uses(ProcessStore.Summary process) {
    return Stream.concat(
            processes.find(process.id()).filter(found -> !found.draft()).stream(),
            processes.findDraft(process.id()).stream())
        .flatMap(ConfigurationUseCases::uses)
        .toList();
  }

  private static Stream<Use> uses(StoredProcess process) {
    return process
        .definition()
        .nodes()
        .flatMap(
            node ->
                Templates.references(node.params()).stream()
                    .filter(reference -> reference.path().startsWith(PREFIX))
                    .map(
                        reference ->
                            new Use(
                                reference.path().substring(PREFIX.length()).split("\\.", 2)[0],
                                process.id(),
                                process.definition().name(),
                                process.draft(),
                                node.id(),
                                node.name(),
                                reference.pointer())));
  }
}
