package org.standardops.rest.internal;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.util.List;
import javax.servlet.Servlet;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.standardops.json.JsonCodec;
import org.standardops.rest.audit.AuditFilter;
import org.standardops.rest.contract.Contract;
import org.standardops.rest.http.AnswerHeadersFilter;
import org.standardops.rest.http.AuthenticationFilter;
import org.standardops.rest.http.CallProvider;
import org.standardops.rest.http.ContractFilter;
import org.standardops.rest.http.NotServedFilter;
import org.standardops.rest.http.OptionsFilter;
import org.standardops.rest.http.ProductExceptionMapper;
import org.standardops.rest.http.ThrowableMapper;
import org.standardops.rest.http.WebApplicationExceptionMapper;
import org.standardops.security.Authentication;
import org.standardops.services.AuditService;

/**
 * Serves resources at {@code /v1} under the conventions that all of them share, and refuses what is
 * beside it. Complete before its servlet is given to a web server, so nobody meets half of it.
 */
public final class RestServer implements AutoCloseable {

  private final Bus bus = new CXFBusFactory().createBus();
  private final DestinationRegistry destinations = new DestinationRegistryImpl();

  public RestServer(
      Contract contract,
      Authentication authentication,
      AuditService audit,
      List<Object> resources) {
    ThrowableMapper failures = new ThrowableMapper();
    publish(
        "/v1",
        resources,
        List.of(
            new AuthenticationFilter(contract, authentication),
            new OptionsFilter(contract),
            new ContractFilter(contract),
            new CallProvider(),
            new AnswerHeadersFilter(),
            new AuditFilter(contract, audit),
            new ProductExceptionMapper(),
            new WebApplicationExceptionMapper(contract, failures),
            failures,
            new JacksonJsonProvider(new JsonCodec().mapper())));
    publish(
        "/",
        List.of(new Nothing()),
        List.of(
            new NotServedFilter(),
            new AnswerHeadersFilter(),
            new ProductExceptionMapper(),
            new JacksonJsonProvider(new JsonCodec().mapper())));
  }

  private void publish(String address, List<Object> resources, List<Object> providers) {
    JAXRSServerFactoryBean bean = new JAXRSServerFactoryBean();
    bean.setBus(bus);
    bean.setDestinationFactory(new HTTPTransportFactory(destinations));
    bean.setAddress(address);
    bean.setServiceBeanObjects(resources.toArray());
    bean.setProviders(providers);
    obeyTheRequestLine(bean.create());
  }

  /** CXF would let a header or query parameter put another method or type in its place. */
  private static void obeyTheRequestLine(Server server) {
    Object providers = server.getEndpoint().get(ServerProviderFactory.class.getName());
    ((ServerProviderFactory) providers).setRequestPreprocessor(null);
  }

  /** What a web server is to put at {@code /api/*}, with asynchronous answers allowed. */
  public Servlet servlet() {
    return new CXFNonSpringServlet(destinations, bus);
  }

  @Override
  public void close() {
    bus.shutdown(true);
  }

  /** Never reached: a server must have a resource. */
  @Path("/")
  public static final class Nothing {
    @GET
    public void nothing() {}
  }
}
