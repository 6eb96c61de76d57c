package org.standardops.console.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The console's files; {@code /} leads to them. Paths below {@code /console/} that are no file are
 * pages, and the pages are drawn by {@code index.html}; only below {@code assets/} a missing file
 * is 404, so that a page of an older console never takes HTML for a script.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.name=standardops-console",
      "osgi.http.whiteboard.servlet.pattern=/",
      "osgi.http.whiteboard.servlet.pattern=/console/*"
    })
public final class ConsoleServlet extends HttpServlet {

  private static final long serialVersionUID = 1;
  private static final String HOME = "/console/";

  private static final Map<String, String> SECURITY_HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
              + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
              + "frame-ancestors 'none'; object-src 'none'; "
              + "require-trusted-types-for 'script'; trusted-types 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private final transient Assets assets;

  @Activate
  public ConsoleServlet() {
    this(Assets.load(path -> ConsoleServlet.class.getResourceAsStream("/static/" + path)));
  }

  ConsoleServlet(Assets assets) {
    this.assets = assets;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SECURITY_HEADERS.forEach(response::setHeader);
    String path = request.getRequestURI();
    if (path.equals("/") || path.equals("/console")) {
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", HOME);
      return;
    }
    if (!path.startsWith(HOME)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String name = path.substring(HOME.length());
    boolean hashed = name.startsWith("assets/");
    Optional<Asset> asset = assets.find(name);
    if (asset.isEmpty() && hashed) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader(
        "Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    send(asset.or(() -> assets.find("index.html")).orElseThrow(), request, response);
  }

  private static void send(Asset asset, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String accepted = Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
    boolean compressed = asset.gzip().isPresent() && accepted.contains("gzip");
    String etag = compressed ? asset.etag().replaceFirst("\"$", "-gzip\"") : asset.etag();
    response.setHeader("ETag", etag);
    response.setHeader("Vary", "Accept-Encoding");
    if (etag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] bytes = compressed ? asset.gzip().orElseThrow() : asset.bytes();
    if (compressed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType(asset.type());
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
