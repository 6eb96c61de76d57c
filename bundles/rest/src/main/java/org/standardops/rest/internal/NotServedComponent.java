package org.standardops.rest.internal;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.standardops.json.JsonCodec;
import org.standardops.rest.http.AnswerHeadersFilter;
import org.standardops.rest.http.NotServedFilter;
import org.standardops.rest.http.ProductExceptionMapper;

/**
 * Answers while the API is not there, and beside it: its address is shorter, so the API's own comes
 * first as soon as it is published.
 */
@Component(service = {})
public final class NotServedComponent {

  private final Server server;

  @Activate
  public NotServedComponent() {
    JAXRSServerFactoryBean bean = new JAXRSServerFactoryBean();
    bean.setAddress("/");
    bean.setServiceBean(new Nothing());
    bean.setProviders(
        List.of(
            new NotServedFilter(),
            new AnswerHeadersFilter(),
            new ProductExceptionMapper(),
            new JacksonJsonProvider(new JsonCodec().mapper())));
    server = bean.create();
  }

  /** Never reached: a server must have a resource. */
  @Path("/")
  public static final class Nothing {
    @GET
    public void nothing() {}
  }

  @Deactivate
  public void stop() {
    server.destroy();
  }
}
