package org.standardops.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.Headers;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;

/** Writes a refusal in the language of the request that is being answered on this thread. */
final class Refusal {

  private static final int SECONDS_UNTIL_STORE_IS_BACK = 5;
  private static final int SECONDS_UNTIL_CALM = 60;
  private static final int DRAINED_BYTES = 8 * 1024 * 1024;

  private Refusal() {}

  static Response of(ErrorCode code, String detail, List<Fault> faults) {
    boolean drained = drained();
    Language language = Language.of(header(HttpHeaders.ACCEPT_LANGUAGE));
    Response.ResponseBuilder answer =
        Response.status(code.kind().status())
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
            .entity(Problem.of(code, detail, faults, language));
    switch (code.kind()) {
      case UNAVAILABLE -> answer.header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_STORE_IS_BACK);
      case TOO_MANY_REQUESTS -> answer.header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_CALM);
      case UNAUTHENTICATED -> {
        if (header("X-Requested-With") == null) {
          answer.header(
              HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Standard OPS\", charset=\"UTF-8\"");
        }
      }
      default -> {}
    }
    if (!drained) {
      answer.header("Connection", "close");
    }
    return answer.build();
  }

  /**
   * Reads on to the end of a body that was refused unread: the web server closes a connection on
   * which some of it is still to come, and the client's next request would be lost. False where
   * there is too much of it.
   */
  private static boolean drained() {
    InputStream in = request().getContent(InputStream.class);
    if (in == null) {
      return true;
    }
    try {
      byte[] buffer = new byte[8192];
      long left = DRAINED_BYTES;
      int read = in.read(buffer);
      while (read >= 0 && left > 0) {
        left -= read;
        read = in.read(buffer);
      }
      return read < 0;
    } catch (IOException e) {
      return false; // broken off by the client, or read to its end and closed before
    }
  }

  private static Message request() {
    return PhaseInterceptorChain.getCurrentMessage().getExchange().getInMessage();
  }

  private static String header(String name) {
    return Headers.getSetProtocolHeaders(request()).entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> String.join(",", header.getValue()))
        .findFirst()
        .orElse(null);
  }
}
