package org.standardops.outbound.internal;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Notes in the context that a connection stands and the first byte goes out: until then nothing can
 * have been touched.
 */
final class SendingNoted extends HttpRequestExecutor {

  private static final String SENDING = "org.standardops.outbound.sending";

  static boolean sending(HttpContext context) {
    return context.getAttribute(SENDING) != null;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      HttpResponseInformationCallback information,
      HttpContext context)
      throws IOException, HttpException {
    context.setAttribute(SENDING, true);
    return super.execute(request, connection, information, context);
  }
}
