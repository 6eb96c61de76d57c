package org.standardops.rest.http;

import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Where a request came from. */
public final class RemoteAddress {

  private RemoteAddress() {}

  public static String of(Message message) {
    return ((HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST)).getRemoteAddr();
  }
}
