package org.standardops.components.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.components.internal.ApiOperation.SignIn;
import org.standardops.json.JsonSchema;

/** Reads single operations of an OpenAPI 3 document. */
final class Operations {

  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_TEXT = 2_000;
  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
  private static final Map<String, Object> ANY = Map.of("title", "Body");

  private final Document document;
  private final String component;
  private final boolean blueking;

  /**
   * @param component its name, in the codes of all its atoms
   * @param blueking whether operations are signed in to as BlueKing's API gateway wants it
   */
  Operations(Document document, String component, boolean blueking) {
    this.document = document;
    this.component = component;
    this.blueking = blueking;
  }

  /** The document's id, or one made of method and path. */
  static String id(Map<String, Object> operation, String method, String path) {
    return Document.text(operation, "operationId").orElse(method + " " + path);
  }

  /**
   * @param pointer of the operation; that of its path is one shorter
   */
  ApiOperation read(
      String pointer,
      String path,
      Map<String, Object> ofPath,
      String method,
      Map<String, Object> operation)
      throws Unfit {
    String id = id(operation, method, path);
    Schemas sent = new Schemas(document, true);
    Fields fields =
        new Fields(document, sent)
            .read(
                pointer.substring(0, pointer.lastIndexOf('/')),
                ofPath.get("parameters"),
                pointer,
                operation.get("parameters"),
                path);
    String httpMethod = method.toUpperCase(Locale.ROOT);
    Optional<Object> body = body(pointer, operation, sent, fields);
    ApiOperation read =
        new ApiOperation(
            id,
            code(pointer, id),
            texts(operation, "summary", id),
            texts(operation, "description", httpMethod + " " + path),
            httpMethod,
            path,
            fields.fields(),
            body.isPresent(),
            blueking ? gateway(operation) : new SignIns(document).of(pointer, operation),
            IDEMPOTENT.contains(httpMethod) || fields.takesIdempotencyKey(),
            parameters(pointer, fields, body, sent),
            outputs(pointer, operation));
    compiled(pointer, read.parameters());
    compiled(pointer, read.outputs());
    return read;
  }

  private static void compiled(String pointer, Map<String, Object> schema) throws Unfit {
    try {
      JsonSchema.of(schema);
    } catch (IllegalArgumentException e) {
      throw new Unfit(pointer, "INVALID_SCHEMA", e.getMessage());
    }
  }

  private String code(String pointer, String id) throws Unfit {
    String words =
        id.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .replaceAll("[^A-Za-z0-9]+", "-")
            .replaceAll("^-|-$", "")
            .toLowerCase(Locale.ROOT);
    String code = "component-" + component + "-" + words;
    if (words.isEmpty() || code.length() > LONGEST_CODE) {
      throw new Unfit(
          pointer,
          "INVALID_ID",
          "The atom's code '%s' would be empty or longer than %d characters: give the component a shorter name, or the operation another operationId."
              .formatted(code, LONGEST_CODE));
    }
    return code;
  }

  private static Map<String, String> texts(
      Map<String, Object> operation, String field, String otherwise) {
    String text = cut(Document.text(operation, field).orElse(otherwise));
    String chinese =
        Document.text(Document.object(operation, "x-zh-CN"), field)
            .map(Operations::cut)
            .orElse(text);
    return Map.of("en", text, "zh-CN", chinese);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }

  private static SignIn gateway(Map<String, Object> operation) {
    Map<String, Object> auth =
        Document.object(Document.object(operation, GatewayList.RESOURCE), GatewayList.AUTH);
    if (Boolean.TRUE.equals(auth.get("userVerifiedRequired"))) {
      return new SignIn(SignIn.Kind.BLUEKING_USER, "");
    }
    return Boolean.FALSE.equals(auth.get("appVerifiedRequired"))
        ? SignIn.NONE
        : new SignIn(SignIn.Kind.BLUEKING_APP, "");
  }

  private Optional<Object> body(
      String pointer, Map<String, Object> operation, Schemas sent, Fields fields) throws Unfit {
    if (!operation.containsKey("requestBody")) {
      return Optional.empty();
    }
    String at = pointer + "/requestBody";
    Map<String, Object> body = document.resolved(at, operation.get("requestBody"));
    boolean mandatory = Boolean.TRUE.equals(body.get("required"));
    Optional<Object> schema = json(body);
    if (schema.isEmpty()) {
      if (mandatory) {
        throw new Unfit(at, "UNSUPPORTED", "Only a body of JSON can be sent.");
      }
      return Optional.empty();
    }
    if (mandatory) {
      fields.required().add(ApiOperation.BODY);
    }
    return Optional.of(Schemas.titled("Body", sent.converted(at, schema.get())));
  }

  /** The schema of what is JSON; anything where nothing is said of it. */
  private static Optional<Object> json(Map<String, Object> bodyOrAnswer) {
    return Document.object(bodyOrAnswer, "content").entrySet().stream()
        .filter(type -> isJson(type.getKey()))
        .findFirst()
        .map(
            type ->
                type.getValue() instanceof Map<?, ?> media && media.get("schema") != null
                    ? media.get("schema")
                    : Map.of());
  }

  private static boolean isJson(String mediaType) {
    String type = mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json") || type.endsWith("+json") || type.equals("*/*");
  }

  private static Map<String, Object> parameters(
      String pointer, Fields fields, Optional<Object> body, Schemas sent) throws Unfit {
    Map<String, Object> properties = new LinkedHashMap<>(fields.properties());
    body.ifPresent(schema -> properties.put(ApiOperation.BODY, schema));
    properties.putAll(CommonFields.PROPERTIES);
    return sent.whole(pointer, properties, fields.required(), false);
  }

  private Map<String, Object> outputs(String pointer, Map<String, Object> operation) throws Unfit {
    Schemas received = new Schemas(document, false);
    Object body = ANY;
    Map<String, Object> properties = new LinkedHashMap<>();
    Map<String, Object> responses = Document.object(operation, "responses");
    for (String status : List.of("200", "201", "202", "203", "2XX", "2xx", "default")) {
      if (responses.containsKey(status)) {
        String at = pointer + "/responses/" + status;
        Optional<Object> schema = json(document.resolved(at, responses.get(status)));
        if (schema.isPresent()) {
          body = Schemas.titled("Body", received.converted(at, schema.get()));
          ofBody(at, schema.get(), received).forEach(properties::put);
        }
        break;
      }
    }
    properties.putAll(CommonFields.OUTPUTS);
    properties.put(ApiOperation.BODY, body);
    return received.whole(
        pointer, properties, new ArrayList<>(List.of("status", "body")), CommonFields.EXTRACTED);
  }

  /** The fields of an answer that is an object are outputs of their own. */
  private Map<String, Object> ofBody(String pointer, Object schema, Schemas received) throws Unfit {
    Map<String, Object> fields = new LinkedHashMap<>();
    Map<String, Object> resolved = document.resolved(pointer, schema);
    for (Map.Entry<String, Object> each : Document.object(resolved, "properties").entrySet()) {
      if (CommonFields.isOutput(each.getKey())) {
        fields.put(
            each.getKey(),
            Schemas.titled(each.getKey(), received.converted(pointer, each.getValue())));
      }
    }
    return fields;
  }
}
