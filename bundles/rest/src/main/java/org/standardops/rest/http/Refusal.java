package org.standardops.rest.http;

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

  private Refusal() {}

  static Response of(ErrorCode code, String detail, List<Fault> faults) {
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
    return answer.build();
  }

  private static String header(String name) {
    Message message = PhaseInterceptorChain.getCurrentMessage().getExchange().getInMessage();
    return Headers.getSetProtocolHeaders(message).entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> String.join(",", header.getValue()))
        .findFirst()
        .orElse(null);
  }
}
