package org.standardops.web.errors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * Answers as the API does (RFC 9457) where Jetty itself refuses: a line it cannot read, or a path
 * that nothing serves. The API's paths are served by nothing only while the server starts or lacks
 * a part, so that is 503 and not 404. Named in {@code etc/jetty.xml}; safe from any thread.
 */
public final class ProblemErrorHandler extends ErrorHandler {

  private static final String API = "/api/";

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    base.setHandled(true);
    boolean apiIsMissing = response.getStatus() == 404 && request.getRequestURI().startsWith(API);
    Refusal refusal = Refusal.of(apiIsMissing ? 503 : response.getStatus());
    Locale language = Refusal.language(request.getHeader("Accept-Language"));
    response.setStatus(refusal.status());
    if (refusal.status() == 503) {
      response.setHeader("Retry-After", "1");
    }
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Language", language.toLanguageTag());
    response.setContentType(Refusal.MEDIA_TYPE);
    byte[] body = bytes(refusal, language);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields fields) {
    fields.put(HttpHeader.CONTENT_TYPE, Refusal.MEDIA_TYPE);
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
    return ByteBuffer.wrap(bytes(Refusal.of(status), Locale.ENGLISH));
  }

  private static byte[] bytes(Refusal refusal, Locale language) {
    return refusal.json(language).getBytes(StandardCharsets.UTF_8);
  }
}
