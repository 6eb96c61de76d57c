package org.standardops.rest.http;

import java.util.Optional;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.jaxrs.impl.HttpHeadersImpl;
import org.apache.cxf.jaxrs.utils.HttpUtils;
import org.apache.cxf.message.Message;
import org.standardops.model.task.TaskPlan;
import org.standardops.rest.contract.Body;
import org.standardops.services.Caller;

/** Gives resources their {@code @Context Call}. */
@Provider
public final class CallProvider implements ContextProvider<Call> {

  /** Where nobody signed in: on public paths only, which ask for no right. */
  private static final Caller NOBODY = new Caller("", false, false, "");

  @Override
  public Call createContext(Message message) {
    HttpHeaders headers = new HttpHeadersImpl(message);
    return new Call(
        Optional.ofNullable(message.get(Caller.class)).orElse(NOBODY),
        (String) message.get(Message.HTTP_REQUEST_METHOD),
        HttpUtils.getPathToMatch(message, true),
        Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
        Optional.ofNullable(headers.getHeaderString("Idempotency-Key")),
        headers.getHeaderString(HttpHeaders.AUTHORIZATION) == null
            ? TaskPlan.Origin.Kind.CONSOLE
            : TaskPlan.Origin.Kind.API,
        Optional.ofNullable(message.get(Body.class)).orElse(Body.NONE));
  }
}
