package org.standardops.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;
import org.osgi.service.component.annotations.Component;
import org.standardops.json.JsonCodec;
import org.standardops.model.ErrorCode;
import org.standardops.rest.http.Language;
import org.standardops.rest.http.Problem;

/**
 * What the web server answers beside the API and the console, in the shape of the API's errors. The
 * API answers for its own paths; so nothing found there means that it is not served yet.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.errorPage=4xx",
      "osgi.http.whiteboard.servlet.errorPage=5xx"
    })
public final class ErrorPage extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient ObjectMapper json = new JsonCodec().mapper();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ErrorCode code = code(request);
    Language language = Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    response.setStatus(code.kind().status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    json.writeValue(
        response.getOutputStream(),
        Problem.of(
            code,
            code == ErrorCode.UNAVAILABLE
                ? "The server is starting, or one of its parts is missing."
                : "The console is at /console/, the API at /api/v1.",
            List.of(),
            language));
  }

  private static ErrorCode code(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (Integer.valueOf(404).equals(status) && String.valueOf(path).startsWith("/api/")) {
      return ErrorCode.UNAVAILABLE;
    }
    return Stream.of(ErrorCode.NOT_FOUND, ErrorCode.METHOD_NOT_ALLOWED, ErrorCode.UNAVAILABLE)
        .filter(known -> Integer.valueOf(known.kind().status()).equals(status))
        .findFirst()
        .orElse(
            status instanceof Integer number && number < 500
                ? ErrorCode.UNREADABLE
                : ErrorCode.INTERNAL);
  }
}
