package org.standardops.rest.internal;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.Engine;
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
import org.standardops.rest.health.HealthResource;
import org.standardops.rest.http.EngineAnswer;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.http.SessionCookie;
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
import org.standardops.security.Authentication;
import org.standardops.services.AtomService;
import org.standardops.services.AuditService;
import org.standardops.services.BundleService;
import org.standardops.services.BusinessService;
import org.standardops.services.ComponentService;
import org.standardops.services.ConfigurationService;
import org.standardops.services.ConnectionService;
import org.standardops.services.DesktopService;
import org.standardops.services.FavouriteService;
import org.standardops.services.HealthService;
import org.standardops.services.LightAppService;
import org.standardops.services.NotificationService;
import org.standardops.services.PeopleService;
import org.standardops.services.PlatformService;
import org.standardops.services.PreviewService;
import org.standardops.services.ProcessService;
import org.standardops.services.RevisionService;
import org.standardops.services.SecretService;
import org.standardops.services.SelectionService;
import org.standardops.services.StatisticsService;
import org.standardops.services.TaskService;
import org.standardops.services.TokenService;
import org.standardops.services.VariableService;
import org.standardops.services.port.IdempotencyStore;

/** The API's servlet; there as soon as every use case is. */
@Component(
    service = Servlet.class,
    immediate = true,
    property = {
      "osgi.http.whiteboard.servlet.pattern=/api/*",
      "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
    })
public final class RestComponent implements Servlet {

  private final EventStreams streams;
  private final RestServer server;
  private final Servlet servlet;

  @Activate
  public RestComponent(
      @Reference Authentication authentication,
      @Reference IdempotencyStore keys,
      @Reference PeopleService people,
      @Reference TokenService tokens,
      @Reference BusinessService businesses,
      @Reference PlatformService platform,
      @Reference ProcessService processes,
      @Reference RevisionService revisions,
      @Reference PreviewService previews,
      @Reference VariableService variables,
      @Reference TaskService tasks,
      @Reference LightAppService lightApps,
      @Reference DesktopService desktop,
      @Reference SelectionService selections,
      @Reference FavouriteService favourites,
      @Reference StatisticsService statistics,
      @Reference AtomService atoms,
      @Reference BundleService bundles,
      @Reference ComponentService components,
      @Reference SecretService secrets,
      @Reference ConnectionService connections,
      @Reference ConfigurationService configurations,
      @Reference AuditService audit,
      @Reference NotificationService notifications,
      @Reference HealthService health,
      @Reference Engine engine) {
    Contract contract = Contract.load();
    InstantSource clock = InstantSource.system();
    Idempotency idempotency = new Idempotency(keys, clock);
    TaskAnswers answers = new TaskAnswers(EngineAnswer.PATIENT);
    streams = new EventStreams(EventStreams.COMMENT_INTERVAL);
    NodesResource nodes = new NodesResource(tasks, answers);
    LogResource logs = new LogResource(tasks);
    server =
        new RestServer(
            contract,
            authentication,
            audit,
            List.of(
                new MeResource(people),
                new SessionResource(authentication, SessionCookie.of(publicUrl())),
                new TokensResource(tokens),
                new PeopleResource(people, idempotency),
                new BusinessesResource(businesses, idempotency),
                new FollowersResource(businesses),
                new SecretsResource(secrets),
                new ConnectionsResource(connections),
                new ConfigurationResource(configurations),
                new AuditResource(audit),
                new TasksResource(tasks, desktop, idempotency, answers, clock),
                new BusinessPeopleResource(platform),
                new HostsResource(platform),
                new ProcessesResource(processes, atoms, idempotency),
                new RevisionsResource(revisions, processes),
                new PreviewResource(previews),
                new VariablesResource(variables, processes),
                new TaskListResource(tasks),
                new TaskCommandsResource(tasks, desktop, answers),
                new LightAppsResource(lightApps, idempotency),
                new DesktopResource(desktop, idempotency, clock),
                nodes,
                logs,
                new ElementsResource(tasks, nodes, logs),
                new EventsResource(tasks, desktop, streams),
                new SelectionsResource(selections),
                new FavouritesResource(favourites),
                new StatisticsResource(statistics),
                new AtomsResource(atoms),
                new BundlesResource(bundles, idempotency),
                new ComponentsResource(components, idempotency),
                new NotificationsResource(notifications),
                new CallbacksResource(engine, EngineAnswer.PATIENT),
                new HealthResource(health, contract)));
    servlet = server.servlet();
  }

  private static String publicUrl() {
    return System.getProperty("standardops.public.url", "");
  }

  @Deactivate
  void stop() {
    streams.close();
    server.close();
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    servlet.init(config);
  }

  @Override
  public ServletConfig getServletConfig() {
    return servlet.getServletConfig();
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    servlet.service(request, response);
  }

  @Override
  public String getServletInfo() {
    return "Standard OPS API";
  }

  @Override
  public void destroy() {
    servlet.destroy();
  }
}
