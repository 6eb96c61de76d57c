package org.standardops.rest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.standardops.rest.atom.AtomsResource;
import org.standardops.rest.atom.BundlesResource;
import org.standardops.rest.atom.ComponentsResource;
import org.standardops.rest.audit.AuditResource;
import org.standardops.rest.business.BusinessPeopleResource;
import org.standardops.rest.business.BusinessesResource;
import org.standardops.rest.business.FollowersResource;
import org.standardops.rest.business.HostsResource;
import org.standardops.rest.business.StatisticsResource;
import org.standardops.rest.callback.CallbacksResource;
import org.standardops.rest.configuration.ConfigurationResource;
import org.standardops.rest.connection.ConnectionsResource;
import org.standardops.rest.contract.Contract;
import org.standardops.rest.event.EventStreams;
import org.standardops.rest.event.EventsResource;
import org.standardops.rest.fake.FakeAtoms;
import org.standardops.rest.fake.FakeAudit;
import org.standardops.rest.fake.FakeAuthentication;
import org.standardops.rest.fake.FakeBundles;
import org.standardops.rest.fake.FakeBusinesses;
import org.standardops.rest.fake.FakeCallbacks;
import org.standardops.rest.fake.FakeComponents;
import org.standardops.rest.fake.FakeConfigurations;
import org.standardops.rest.fake.FakeConnections;
import org.standardops.rest.fake.FakeDesktop;
import org.standardops.rest.fake.FakeFavourites;
import org.standardops.rest.fake.FakeHealth;
import org.standardops.rest.fake.FakeLightApps;
import org.standardops.rest.fake.FakeNotifications;
import org.standardops.rest.fake.FakePeople;
import org.standardops.rest.fake.FakePlatform;
import org.standardops.rest.fake.FakePreviews;
import org.standardops.rest.fake.FakeProcesses;
import org.standardops.rest.fake.FakeRevisions;
import org.standardops.rest.fake.FakeSecrets;
import org.standardops.rest.fake.FakeSelections;
import org.standardops.rest.fake.FakeStatistics;
import org.standardops.rest.fake.FakeTasks;
import org.standardops.rest.fake.FakeTokens;
import org.standardops.rest.fake.FakeVariables;
import org.standardops.rest.fake.InMemoryIdempotencyStore;
import org.standardops.rest.health.HealthResource;
import org.standardops.rest.http.EngineAnswer;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.http.SessionCookie;
import org.standardops.rest.internal.RestServer;
import org.standardops.rest.lightapp.DesktopResource;
import org.standardops.rest.lightapp.LightAppsResource;
import org.standardops.rest.notification.NotificationsResource;
import org.standardops.rest.people.FavouritesResource;
import org.standardops.rest.people.MeResource;
import org.standardops.rest.people.PeopleResource;
import org.standardops.rest.people.SessionResource;
import org.standardops.rest.people.TokensResource;
import org.standardops.rest.process.PreviewResource;
import org.standardops.rest.process.ProcessesResource;
import org.standardops.rest.process.RevisionsResource;
import org.standardops.rest.process.VariablesResource;
import org.standardops.rest.secret.SecretsResource;
import org.standardops.rest.task.ElementsResource;
import org.standardops.rest.task.LogResource;
import org.standardops.rest.task.NodesResource;
import org.standardops.rest.task.SelectionsResource;
import org.standardops.rest.task.TaskAnswers;
import org.standardops.rest.task.TaskCommandsResource;
import org.standardops.rest.task.TaskListResource;
import org.standardops.rest.task.TasksResource;

/** The API behind a real web server, over fakes of the use cases. */
final class TestServer implements AutoCloseable {

  static final Contract CONTRACT = Contract.load();

  final FakeAuthentication authentication = new FakeAuthentication();
  final InMemoryIdempotencyStore keys = new InMemoryIdempotencyStore();
  final FakePeople people = new FakePeople();
  final FakeBusinesses businesses = new FakeBusinesses();
  final FakeSecrets secrets = new FakeSecrets();
  final FakeConnections connections = new FakeConnections();
  final FakeAudit audit = new FakeAudit();
  final FakeConfigurations configurations = new FakeConfigurations();
  final FakeTokens tokens = new FakeTokens();
  final FakePlatform platform = new FakePlatform();
  final FakeProcesses processes = new FakeProcesses();
  final FakeRevisions revisions = new FakeRevisions(processes);
  final FakeVariables variables = new FakeVariables(processes);
  final FakeTasks tasks = new FakeTasks();
  final FakeLightApps lightApps = new FakeLightApps();
  final FakeDesktop desktop = new FakeDesktop(lightApps, tasks);
  final FakeSelections selections = new FakeSelections();
  final FakeFavourites favourites = new FakeFavourites();
  final FakeAtoms atoms = new FakeAtoms();
  final FakeBundles bundles = new FakeBundles();
  final FakeComponents components = new FakeComponents();
  final FakeCallbacks callbacks = new FakeCallbacks();
  final FakeNotifications notifications = new FakeNotifications();
  final FakeHealth health = new FakeHealth();
  final EventStreams streams = new EventStreams(Duration.ofMillis(200));

  private final Server web = new Server();
  private final ServerConnector connector = new ServerConnector(web);
  private final RestServer api;

  TestServer() {
    connector.setHost("127.0.0.1");
    web.addConnector(connector);
    api = new RestServer(CONTRACT, authentication, audit, resources());
    ServletHolder holder = new ServletHolder(api.servlet());
    holder.setAsyncSupported(true);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(holder, "/api/*");
    web.setHandler(context);
    try {
      web.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  List<Object> resources() {
    Idempotency idempotency = new Idempotency(keys, InstantSource.system());
    EngineAnswer engine = new EngineAnswer(Duration.ofSeconds(1));
    TaskAnswers answers = new TaskAnswers(engine);
    NodesResource nodes = new NodesResource(tasks, answers);
    LogResource logs = new LogResource(tasks);
    return List.of(
        new MeResource(people),
        new SessionResource(authentication, SessionCookie.of("https://ops.example.com")),
        new TokensResource(tokens),
        new PeopleResource(people, idempotency),
        new BusinessesResource(businesses, idempotency),
        new FollowersResource(businesses),
        new SecretsResource(secrets),
        new ConnectionsResource(connections),
        new ConfigurationResource(configurations),
        new AuditResource(audit),
        new TasksResource(tasks, desktop, idempotency, answers, InstantSource.system()),
        new BusinessPeopleResource(platform),
        new HostsResource(platform),
        new ProcessesResource(processes, atoms, idempotency),
        new RevisionsResource(revisions, processes),
        new PreviewResource(new FakePreviews()),
        new VariablesResource(variables, processes),
        new TaskListResource(tasks),
        new TaskCommandsResource(tasks, desktop, answers),
        new LightAppsResource(lightApps, idempotency),
        new DesktopResource(desktop, idempotency, InstantSource.system()),
        nodes,
        logs,
        new ElementsResource(tasks, nodes, logs),
        new EventsResource(tasks, desktop, streams),
        new SelectionsResource(selections),
        new FavouritesResource(favourites),
        new StatisticsResource(new FakeStatistics()),
        new AtomsResource(atoms),
        new BundlesResource(bundles, idempotency),
        new ComponentsResource(components, idempotency),
        new NotificationsResource(notifications),
        new CallbacksResource(callbacks, engine),
        new HealthResource(health, CONTRACT));
  }

  int port() {
    return connector.getLocalPort();
  }

  /** A client that is signed in as this person. */
  ApiClient as(String name) {
    return new ApiClient(port(), name);
  }

  @Override
  public void close() {
    streams.close();
    api.close();
    try {
      web.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
