package org.standardops.components.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.ProductException;
import org.standardops.services.port.ComponentLibrary.Source;

/** Makes a component of what was sent, or tells every reason against it. */
final class Reading {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,31}");
  private static final Pattern VERSION =
      Pattern.compile("(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){2}");
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");
  private static final int MOST_OPERATIONS = 500;

  private final Source source;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> skipped = new ArrayList<>();
  private final List<ApiOperation> operations = new ArrayList<>();

  private Reading(Source source) {
    this.source = source;
  }

  /**
   * @throws ProductException INVALID with every fault
   */
  static Definition of(Source source) {
    return new Reading(source).read();
  }

  private Definition read() {
    if (!NAME.matcher(source.name()).matches()) {
      fault(
          "/name", "INVALID_NAME", "A name is up to 32 small letters and digits, a letter first.");
    }
    Document document = Document.of(source.document());
    boolean gateway = GatewayList.is(document.root());
    if (gateway) {
      document = GatewayList.asOpenApi(document);
    } else if (!String.valueOf(document.root().get("openapi")).startsWith("3.")) {
      fault(
          "/document",
          "UNSUPPORTED",
          "This is neither OpenAPI 3 nor a resource list of the BlueKing API gateway.");
      throw ProductException.invalid(faults);
    }
    Map<String, Object> info = Document.object(document.root(), "info");
    String version = version(info);
    String server = server(document);
    read(document, new Operations(document, source.name(), gateway));
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    return new Definition(
        source.name(),
        version,
        Document.text(info, "title").orElse(source.name()),
        gateway ? Definition.Kind.BLUEKING : Definition.Kind.OPENAPI,
        server,
        operations,
        skipped);
  }

  private String version(Map<String, Object> info) {
    String version =
        source
            .version()
            .orElseGet(
                () -> info.get("version") == null ? "" : String.valueOf(info.get("version")));
    if (!VERSION.matcher(version).matches()) {
      fault(
          "/version",
          "INVALID_VERSION",
          source.version().isPresent()
              ? "A version is three numbers, such as 1.0.0."
              : "The document's version is not three numbers: give one here, such as 1.0.0.");
    }
    return version;
  }

  private String server(Document document) {
    Optional<String> said = source.server().or(() -> ofDocument(document));
    Optional<String> server = said.filter(Reading::isUrl).map(url -> url.replaceFirst("/+$", ""));
    if (server.isEmpty()) {
      fault(
          "/server",
          said.isEmpty() ? "MISSING" : "INVALID_URL",
          said.map(url -> "'" + url + "' is no http:// or https:// URL: ").orElse("")
              + "give the URL of the API here, such as https://api.example.com/v1.");
    }
    return server.orElse("");
  }

  private static Optional<String> ofDocument(Document document) {
    if (!(document.root().get("servers") instanceof List<?> servers)
        || servers.isEmpty()
        || !(servers.get(0) instanceof Map<?, ?> first)) {
      return Optional.empty();
    }
    Map<String, Object> server = Document.keyed(first);
    String[] url = {Document.text(server, "url").orElse("")};
    Document.object(server, "variables")
        .forEach(
            (name, variable) -> {
              if (variable instanceof Map<?, ?> map && map.get("default") != null) {
                url[0] = url[0].replace("{" + name + "}", String.valueOf(map.get("default")));
              }
            });
    return Optional.of(url[0]);
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void read(Document document, Operations reader) {
    Set<String> wanted = new HashSet<>(source.operations().orElse(List.of()));
    Map<String, String> codes = new LinkedHashMap<>();
    Set<String> met = new HashSet<>();
    Document.object(document.root(), "paths")
        .forEach(
            (path, item) -> {
              String at = "/document/paths/" + JsonValues.token(path);
              if (!(item instanceof Map<?, ?> map)) {
                fault(at, "WRONG_TYPE", "A path is an object.");
                return;
              }
              Map<String, Object> ofPath = Document.keyed(map);
              ofPath.forEach(
                  (method, value) -> {
                    if (METHODS.contains(method) && value instanceof Map<?, ?> operation) {
                      Map<String, Object> of = Document.keyed(operation);
                      String id = Operations.id(of, method, path);
                      met.add(id);
                      if (source.operations().isEmpty() || wanted.contains(id)) {
                        take(reader, at + "/" + method, path, ofPath, method, of, codes);
                      }
                    }
                  });
            });
    wanted.stream()
        .filter(id -> !met.contains(id))
        .sorted()
        .forEach(
            id ->
                fault(
                    "/operations",
                    "UNKNOWN_OPERATION",
                    "The document has no operation '" + id + "'."));
    if (operations.isEmpty() && faults.isEmpty()) {
      fault("/document/paths", "NO_OPERATION", "No atom can be made of this document.");
      faults.addAll(skipped);
    }
  }

  private void take(
      Operations reader,
      String pointer,
      String path,
      Map<String, Object> ofPath,
      String method,
      Map<String, Object> operation,
      Map<String, String> codes) {
    try {
      if (operations.size() == MOST_OPERATIONS) {
        throw new Unfit(
            pointer,
            "TOO_MANY",
            "A component has at most " + MOST_OPERATIONS + " operations: choose by 'operations'.");
      }
      ApiOperation read = reader.read(pointer, path, ofPath, method, operation);
      String other = codes.putIfAbsent(read.code(), read.id());
      if (other != null) {
        throw new Unfit(
            pointer,
            "DOUBLE_ID",
            "'" + read.id() + "' and '" + other + "' would be one atom, " + read.code() + ".");
      }
      operations.add(read);
    } catch (Unfit e) {
      // Who asks for an operation by its id is refused without it; who takes all gets the rest.
      (source.operations().isPresent() ? faults : skipped).add(e.fault());
    }
  }

  private void fault(String pointer, String code, String message) {
    faults.add(new Fault(pointer, code, message));
  }
}
