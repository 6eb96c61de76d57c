package org.standardops.rest.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.standardops.engine.port.AuditRecord.Outcome;
import org.standardops.json.JsonCodec;
import org.standardops.model.BusinessId;
import org.standardops.model.SealedText;
import org.standardops.rest.contract.Contract;
import org.standardops.rest.http.Idempotency;
import org.standardops.services.AuditService;
import org.standardops.services.AuditService.Note;
import org.standardops.services.Caller;

/**
 * Records every change and every refused attempt when its answer is ready, so that no call can be
 * forgotten. What is done to tasks is recorded by the engine, in the transaction of the change.
 */
public final class AuditFilter implements ContainerResponseFilter {

  private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");

  /** The engine's own records are surer: they are written with the change. */
  private static final Set<String> RECORDED_BY_ENGINE =
      Set.of(
          "createTask",
          "cloneTask",
          "replaceTask",
          "modifyTask",
          "startTask",
          "suspendTask",
          "resumeTask",
          "terminateTask",
          "continueStep",
          "retryNode",
          "skipNode",
          "stopNode",
          "answerNode",
          "resolveNode",
          "answerCallback");

  private static final Set<String> CHANGE_NOTHING =
      Set.of("validateProcess", "previewProcess", "previewNewProcess", "lookUpOptions");

  /** What is answered once and is nobody else's to read. */
  private static final Pattern SECRET_FIELD =
      Pattern.compile("(?i).*(password|secret|token|credential|private_?key)");

  private static final JsonCodec JSON = new JsonCodec();

  private final Contract contract;
  private final AuditService audit;

  public AuditFilter(Contract contract, AuditService audit) {
    this.contract = contract;
    this.audit = audit;
  }

  private record Made(Caller caller, Note note) {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String path = "/" + request.getUriInfo().getPath(false).replaceAll("^/+", "");
    contract
        .name(request.getMethod(), path)
        .filter(name -> !name.equals("answerCallback"))
        .flatMap(name -> note(name, path, request, response))
        .ifPresent(made -> audit.note(made.caller(), made.note()));
  }

  private static Optional<Made> note(
      String name,
      String path,
      ContainerRequestContext request,
      ContainerResponseContext response) {
    Message message = PhaseInterceptorChain.getCurrentMessage().getExchange().getInMessage();
    Optional<Caller> caller = Optional.ofNullable(message.get(Caller.class));
    int status = response.getStatus();
    if (status / 100 == 2 && isChange(name, request)) {
      if (response.getHeaders().containsKey(Idempotency.REPEATED)) {
        return Optional.empty(); // recorded when it was done
      }
      return caller.map(by -> new Made(by, done(name, path, response)));
    }
    boolean refused =
        status == 401
            || caller.isPresent() && (status == 403 || status == 404)
            || status == 422 && name.equals("changePassword");
    if (!refused) {
      return Optional.empty();
    }
    return caller
        .or(() -> tried(request, message))
        .map(
            by ->
                new Made(
                    by,
                    new Note(
                        caller.isPresent() ? operation(name) : "SIGN_IN",
                        resource(path),
                        business(path),
                        Outcome.REFUSED,
                        Optional.empty())));
  }

  private static boolean isChange(String name, ContainerRequestContext request) {
    boolean onlyChecked =
        "true".equals(request.getUriInfo().getQueryParameters().getFirst("validateOnly"));
    return CHANGES.contains(request.getMethod())
        && !onlyChecked
        && !CHANGE_NOTHING.contains(name)
        && !RECORDED_BY_ENGINE.contains(name);
  }

  private static Note done(String name, String path, ContainerResponseContext response) {
    Optional<Object> after = Optional.ofNullable(response.getEntity()).map(AuditFilter::json);
    Object made = response.getHeaders().getFirst(HttpHeaders.LOCATION);
    String resource =
        made == null ? path : String.valueOf(made).replaceFirst("^.*?/api/v1(?=/)", "");
    return new Note(
        operation(name),
        resource(resource),
        business(path).or(() -> after.flatMap(AuditFilter::businessIn)),
        Outcome.DONE,
        after.map(value -> new String(JSON.write(withoutSecrets(value)), StandardCharsets.UTF_8)));
  }

  /** What may be asked for again is answered as the bytes that it was first answered as. */
  private static Object json(Object entity) {
    return entity instanceof byte[] bytes ? JSON.read(bytes, Object.class) : JSON.toValue(entity);
  }

  /** Who somebody said to be. */
  private static Optional<Caller> tried(ContainerRequestContext request, Message message) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return Optional.empty();
    }
    HttpServletRequest servlet =
        (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
    return Optional.of(new Caller(name(header), false, false, servlet.getRemoteAddr()));
  }

  private static String name(String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
      return "";
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(6).trim());
      return new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0].replace("\0", "");
    } catch (IllegalArgumentException e) {
      return ""; // no name can be read out of it, and that is all that is asked
    }
  }

  /** As the table of permissions writes it. */
  private static String operation(String name) {
    return name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  /** The whole that a call is about: a process rather than its publication. */
  private static String resource(String path) {
    String[] parts = path.split("/");
    boolean whole =
        parts.length > 3 && List.of("processes", "tasks", "light-apps").contains(parts[1]);
    return whole ? "/" + parts[1] + "/" + parts[2] : path;
  }

  private static Optional<BusinessId> business(String path) {
    String[] parts = path.split("/");
    return parts.length > 2 && parts[1].equals("businesses") && parts[2].length() <= 64
        ? Optional.of(new BusinessId(parts[2]))
        : Optional.empty();
  }

  private static Optional<BusinessId> businessIn(Object answer) {
    return answer instanceof Map<?, ?> map && map.get("business") instanceof String id
        ? Optional.of(new BusinessId(id))
        : Optional.empty();
  }

  private static Object withoutSecrets(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> shown = new LinkedHashMap<>();
      map.forEach(
          (key, element) -> {
            String name = String.valueOf(key);
            boolean secret = element instanceof String && SECRET_FIELD.matcher(name).matches();
            shown.put(name, secret ? SealedText.MASK : withoutSecrets(element));
          });
      return shown;
    }
    return value instanceof List<?> list
        ? list.stream().map(element -> element == null ? "" : withoutSecrets(element)).toList()
        : value;
  }
}
