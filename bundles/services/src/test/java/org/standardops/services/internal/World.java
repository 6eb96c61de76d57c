package org.standardops.services.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.platform.Person;
import org.standardops.platform.PlatformBusiness;
import org.standardops.services.AtomService;
import org.standardops.services.AuditService;
import org.standardops.services.BundleService;
import org.standardops.services.BusinessService;
import org.standardops.services.Caller;
import org.standardops.services.ComponentService;
import org.standardops.services.ConfigurationService;
import org.standardops.services.ConnectionService;
import org.standardops.services.DesktopService;
import org.standardops.services.FavouriteService;
import org.standardops.services.KeyService;
import org.standardops.services.LightAppService;
import org.standardops.services.NotificationService;
import org.standardops.services.PeopleService;
import org.standardops.services.PeopleService.AccountInput;
import org.standardops.services.PlatformService;
import org.standardops.services.PreviewInput;
import org.standardops.services.PreviewService;
import org.standardops.services.ProcessService;
import org.standardops.services.ProcessView;
import org.standardops.services.RevisionService;
import org.standardops.services.Save;
import org.standardops.services.SecretService;
import org.standardops.services.SelectionService;
import org.standardops.services.StatisticsService;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService;
import org.standardops.services.TokenService;
import org.standardops.services.VariableService;
import org.standardops.services.fake.FakeAtomUses;
import org.standardops.services.fake.FakeAtoms;
import org.standardops.services.fake.FakeBundles;
import org.standardops.services.fake.FakeChannel;
import org.standardops.services.fake.FakeComponents;
import org.standardops.services.fake.InMemoryAccountStore;
import org.standardops.services.fake.InMemoryAuditStore;
import org.standardops.services.fake.InMemoryChannelStore;
import org.standardops.services.fake.InMemoryComponentStore;
import org.standardops.services.fake.InMemoryConfigurationStore;
import org.standardops.services.fake.InMemoryConnectionStore;
import org.standardops.services.fake.InMemoryDeliveryStore;
import org.standardops.services.fake.InMemoryFavouriteStore;
import org.standardops.services.fake.InMemoryFollowerStore;
import org.standardops.services.fake.InMemoryHostKeys;
import org.standardops.services.fake.InMemoryLightApps;
import org.standardops.services.fake.InMemoryPlatform;
import org.standardops.services.fake.InMemoryProcessStore;
import org.standardops.services.fake.InMemorySecretStore;
import org.standardops.services.fake.InMemorySelectionStore;
import org.standardops.services.fake.InMemoryStatisticsStore;
import org.standardops.services.fake.InMemoryTokenStore;
import org.standardops.services.fake.InvertingEncryption;
import org.standardops.services.fake.NumberedEncryption;
import org.standardops.services.fake.PlainPasswordHashing;
import org.standardops.services.fake.RecordingEngine;
import org.standardops.services.fake.RecordingSummaries;
import org.standardops.services.fake.ReversingEncryption;
import org.standardops.services.fake.Samples;
import org.standardops.services.fake.SettableClock;
import org.standardops.services.port.Account;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.FirstAccount;
import org.standardops.services.port.FollowerRight;
import org.standardops.services.port.LightApp;

/** All use cases over fakes: the businesses b1 and b2, with ann as admin of b1, bob of b2. */
final class World {

  static final TaskPlan.Origin API =
      new TaskPlan.Origin(TaskPlan.Origin.Kind.API, Optional.empty());
  static final BusinessId B1 = new BusinessId("b1");
  static final BusinessId B2 = new BusinessId("b2");

  final SettableClock clock = new SettableClock();
  final InMemoryAccountStore accounts = new InMemoryAccountStore();
  final InMemoryPlatform platform = new InMemoryPlatform();
  final InMemoryFollowerStore followers = new InMemoryFollowerStore();
  final BusinessStore businesses = new PlatformBusinessStore(platform, followers);
  final InMemoryProcessStore processStore = new InMemoryProcessStore();
  final RecordingSummaries summaries = new RecordingSummaries();
  final RecordingEngine engine = new RecordingEngine();
  final FakeAtoms atoms = Samples.atoms();
  final FakeBundles bundles = new FakeBundles();
  final PlainPasswordHashing hashing = new PlainPasswordHashing();
  final List<String> passwordChanges = new ArrayList<>();

  final InMemorySecretStore secretStore = new InMemorySecretStore();
  final InMemoryConfigurationStore configurations = new InMemoryConfigurationStore();
  final ReversingEncryption encryption = new ReversingEncryption();
  final BusinessContext context =
      new BusinessContext(secretStore, configurations, encryption, clock);

  final TaskService tasks =
      new TaskUseCases(engine, processStore, summaries, businesses, atoms, context, clock);
  final ProcessService processes =
      new ProcessUseCases(processStore, summaries, businesses, atoms, context, List.of(), clock);
  final RevisionService revisions =
      new RevisionUseCases(processStore, businesses, atoms, context, clock);
  final PreviewService previews =
      new PreviewUseCases(processStore, businesses, atoms, context, clock);
  final VariableService variables =
      new VariableUseCases(processStore, businesses, atoms, context, clock);
  final ConfigurationService configuration =
      new ConfigurationUseCases(configurations, processStore, businesses, context, clock);
  final InMemoryAuditStore auditStore = new InMemoryAuditStore();
  final AuditService audit = new AuditUseCases(auditStore, businesses, clock);
  final SecretService secrets = new SecretUseCases(secretStore, encryption, businesses, clock);
  final ConnectionService connections =
      new ConnectionUseCases(
          new InMemoryConnectionStore(),
          secretStore,
          new InMemoryComponentStore(),
          encryption,
          businesses,
          clock);
  final ComponentService components = new ComponentUseCases(new FakeComponents(), businesses);
  final PeopleService people =
      new PeopleUseCases(
          accounts, platform, followers, businesses, hashing, recordingFirstAccount(), clock);
  final BusinessService business =
      new BusinessUseCases(platform, businesses, accounts, processStore, clock);
  final InMemoryHostKeys hostKeys = new InMemoryHostKeys();
  final PlatformService platformService =
      new PlatformUseCases(platform, accounts, businesses, hostKeys);
  final InMemoryTokenStore tokenStore = new InMemoryTokenStore();
  final TokenService tokenService = new TokenUseCases(tokenStore, businesses, clock);
  final InMemorySelectionStore selectionStore = new InMemorySelectionStore();
  final InMemoryStatisticsStore statisticsStore = new InMemoryStatisticsStore();
  final SelectionService selections =
      new SelectionUseCases(selectionStore, processStore, businesses, clock);
  final InMemoryLightApps lightAppStore = new InMemoryLightApps();
  final FavouriteService favourites =
      new FavouriteUseCases(
          new InMemoryFavouriteStore(),
          processStore,
          businesses,
          engine,
          atoms,
          lightAppStore,
          clock);
  final StatisticsService statistics = new StatisticsUseCase(statisticsStore, businesses, clock);
  final AtomService atomService = new AtomUseCases(atoms, businesses);
  final FakeAtomUses atomUses = new FakeAtomUses();
  final BundleService bundleService =
      new BundleUseCases(bundles, atomUses, atoms, engine, processStore, businesses);

  final LightAppService lightApps =
      new LightAppUseCases(
          lightAppStore, engine, processStore, businesses, accounts, () -> {}, clock);
  final DesktopService desktop =
      new DesktopUseCases(
          engine, lightAppStore, lightAppStore, businesses, platform, atoms, context, clock);
  final FakeChannel channel = new FakeChannel();
  final InMemoryChannelStore channelStore = new InMemoryChannelStore();
  final InMemoryDeliveryStore deliveries = new InMemoryDeliveryStore();
  final NotificationService notifications =
      new NotificationUseCases(
          asked -> asked == channel.channel() ? Optional.of(channel) : Optional.empty(),
          channelStore,
          new InvertingEncryption(),
          deliveries,
          platform,
          businesses);

  private final NumberedEncryption keys = new NumberedEncryption();
  final KeyService key = new KeyUseCase(keys, keys, secretStore, channelStore, businesses);

  final Caller root = person("root", true);
  final Caller ann = person("ann", false);
  final Caller bob = person("bob", false);

  World() {
    platform.create(new PlatformBusiness(B1, "One", List.of("ann"), clock.instant()));
    platform.create(new PlatformBusiness(B2, "Two", List.of("bob"), clock.instant()));
  }

  Caller person(String name, boolean platformAdmin) {
    accounts.create(
        new Account(name, platformAdmin, "plain:secret-of-" + name, false, Instant.EPOCH, 1));
    platform.save(Person.named(name));
    return new Caller(name, platformAdmin, false, "127.0.0.1");
  }

  /** Somebody who is related to b1, and has no role in it. */
  Caller related(String name) {
    Caller caller = person(name, false);
    platform.relate(B1, name);
    return caller;
  }

  Caller follower(String name, ProcessId process, FollowerRight... rights) {
    Caller caller = person(name, false);
    Set<FollowerRight> may = EnumSet.noneOf(FollowerRight.class);
    may.addAll(List.of(rights));
    platform.relate(B1, name);
    businesses.setFollower(B1, name, Map.of(process.value(), may));
    return caller;
  }

  ProcessView publish(ProcessDefinition definition) {
    return processes.create(ann, B1, definition, Save.published(""), Optional.empty());
  }

  ProcessId published() {
    return publish(Samples.process()).process().id();
  }

  ProcessId drafted() {
    return processes
        .create(ann, B1, Samples.process(), Save.asDraft(""), Optional.empty())
        .process()
        .id();
  }

  TaskId task(Caller creator, ProcessId process) {
    return Answers.await(tasks.create(creator, process, input(), Optional.empty()))
        .task()
        .plan()
        .id();
  }

  /** A task of ann's that has come to its end. */
  TaskId succeeded(ProcessId process) {
    TaskId task = task(ann, process);
    engine.put(
        engine.tasks().get(task).plan(),
        TaskStatus.SUCCEEDED,
        Map.of("push", NodeStatus.SUCCEEDED, "compare", NodeStatus.SUCCEEDED));
    return task;
  }

  /** A light app that asks for the URLs. */
  static LightApp.Form form(String... people) {
    return new LightApp.Form(
        "Prefetch",
        "",
        "",
        List.of(
            new LightApp.Input(
                "urls",
                Optional.of("Addresses"),
                Optional.empty(),
                Optional.empty(),
                Map.of("maxItems", 2))),
        List.of(),
        List.of(people),
        List.of(),
        Set.of(LightApp.May.TERMINATE),
        true,
        Optional.empty());
  }

  static TaskInput input() {
    return input(Map.of("urls", List.of("http://a.test/")));
  }

  static TaskInput input(Map<String, Object> variables) {
    return new TaskInput(
        Optional.empty(), variables, Optional.empty(), Map.of(), Optional.empty(), false, API);
  }

  static PreviewInput preview() {
    return new PreviewInput(Map.of("urls", List.of("http://a.test/")), Optional.empty(), Map.of());
  }

  static AccountInput account(String name, String password) {
    return new AccountInput(
        name, name, "", "", "", false, Optional.of(password.toCharArray()), false);
  }

  private FirstAccount recordingFirstAccount() {
    return new FirstAccount() {
      @Override
      public boolean isThere() {
        return true;
      }

      @Override
      public void passwordChanged(String account) {
        passwordChanges.add(account);
      }
    };
  }
}
