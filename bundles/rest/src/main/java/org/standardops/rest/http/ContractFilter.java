package org.standardops.rest.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.rest.contract.Body;
import org.standardops.rest.contract.Contract;
import org.standardops.rest.contract.Operation;
import org.standardops.rest.contract.RequestText;
import org.standardops.rest.contract.Route;

/** Holds each request to the document, before a resource sees it; every fault is told at once. */
@Priority(Priorities.USER)
public final class ContractFilter implements ContainerRequestFilter {

  private final Contract contract;
  private final RequestText text = new RequestText();
  private final Map<Method, Operation> operations = new ConcurrentHashMap<>();
  @Context private ResourceInfo matched;

  public ContractFilter(Contract contract) {
    this.contract = contract;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    Operation operation = operations.computeIfAbsent(matched.getResourceMethod(), this::operation);
    List<Fault> faults =
        new ArrayList<>(operation.query().check(request.getUriInfo().getQueryParameters()));
    if (operation.wantsIfMatch() && request.getHeaderString(HttpHeaders.IF_MATCH) == null) {
      throw new ProductException(
          ErrorCode.IF_MATCH_MISSING,
          "Send 'If-Match' with the ETag that your change is based on.");
    }
    requireNoTag(request, operation);
    checkKey(request).ifPresent(faults::add);
    if (operation.body().isPresent()) {
      Body body = body(request, operation.body().get());
      faults.addAll(body.faults());
      PhaseInterceptorChain.getCurrentMessage()
          .put(Body.class, new Body(body.bytes(), body.json(), faults));
    }
    if (!operation.checkedOn() && !faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
  }

  private Operation operation(Method method) {
    return Route.of(method)
        .flatMap(contract::find)
        .orElseThrow(() -> new IllegalStateException("The document lacks " + method + "."));
  }

  /** What has no ETag has none of those that the caller names. */
  private static void requireNoTag(ContainerRequestContext request, Operation operation) {
    String tags = request.getHeaderString(HttpHeaders.IF_MATCH);
    boolean reads = List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    if (tags != null && !operation.takesIfMatch() && !reads && !tags.trim().equals("*")) {
      throw new ProductException(
          ErrorCode.ETAG_CHANGED,
          "This has no ETag, so it cannot have the one in 'If-Match': leave the header out.");
    }
  }

  private static Optional<Fault> checkKey(ContainerRequestContext request) {
    String key = request.getHeaderString("Idempotency-Key");
    return key == null || key.matches("[!-~]{1,128}")
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "Idempotency-Key",
                "INVALID_VALUE",
                "A key is 1 to 128 printable ASCII characters."));
  }

  private Body body(ContainerRequestContext request, Operation.BodyRules rules) throws IOException {
    byte[] bytes = Body.read(request.getEntityStream(), rules.maxBytes());
    if (bytes.length == 0 && !rules.required()) {
      return Body.NONE;
    }
    checkCharset(request.getMediaType());
    if (bytes.length == 0) {
      throw new ProductException(ErrorCode.UNREADABLE, "The body is empty; it must be JSON.");
    }
    JsonNode json = text.parse(bytes);
    return new Body(bytes, json, rules.schema().get().check(json));
  }

  private static void checkCharset(MediaType type) {
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
      throw new ProductException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE, "JSON is taken in UTF-8 only, not in " + charset + ".");
    }
  }
}
