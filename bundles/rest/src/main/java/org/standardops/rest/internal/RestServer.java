package org.standardops.rest.internal;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.util.List;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.standardops.json.JsonCodec;
import org.standardops.rest.audit.AuditFilter;
import org.standardops.rest.contract.Contract;
import org.standardops.rest.http.AnswerHeadersFilter;
import org.standardops.rest.http.AuthenticationFilter;
import org.standardops.rest.http.CallProvider;
import org.standardops.rest.http.ContractFilter;
import org.standardops.rest.http.OptionsFilter;
import org.standardops.rest.http.ProductExceptionMapper;
import org.standardops.rest.http.ThrowableMapper;
import org.standardops.rest.http.WebApplicationExceptionMapper;
import org.standardops.security.Authentication;
import org.standardops.services.AuditService;

/** Publishes resources under the conventions that all of them share. */
public final class RestServer implements AutoCloseable {

  private final Server server;

  public RestServer(
      Contract contract,
      Authentication authentication,
      AuditService audit,
      List<Object> resources) {
    ThrowableMapper failures = new ThrowableMapper();
    JAXRSServerFactoryBean bean = new JAXRSServerFactoryBean();
    bean.setAddress("/v1");
    bean.setServiceBeanObjects(resources.toArray());
    bean.setProviders(
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
    bean.setStart(false);
    server = bean.create();
    obeyTheRequestLine();
    server.start();
  }

  /** CXF would let a header or query parameter put another method or type in its place. */
  private void obeyTheRequestLine() {
    Object providers = server.getEndpoint().get(ServerProviderFactory.class.getName());
    ((ServerProviderFactory) providers).setRequestPreprocessor(null);
  }

  @Override
  public void close() {
    server.destroy();
  }
}
