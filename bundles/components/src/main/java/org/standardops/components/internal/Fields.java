package org.standardops.components.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.standardops.components.internal.ApiOperation.Field;
import org.standardops.components.internal.ApiOperation.Place;

/** Reads the parameters of an operation, in path, query and header, into a form. */
final class Fields {

  /** Headers that belong to the request itself, or to who sends it. */
  private static final Set<String> OURS =
      Set.of("accept", "content-type", "authorization", "x-bkapi-authorization");

  private static final String IDEMPOTENCY_KEY = "idempotency-key";
  private static final Pattern IN_PATH = Pattern.compile("\\{([^{}/]+)}");

  private final Document document;
  private final Schemas schemas;
  private final List<Field> fields = new ArrayList<>();
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();
  private boolean takesIdempotencyKey;

  Fields(Document document, Schemas schemas) {
    this.document = document;
    this.schemas = schemas;
  }

  /** Those of the operation count over those of its path. */
  Fields read(String pathPointer, Object ofPath, String pointer, Object ofOperation, String path)
      throws Unfit {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    Map<String, String> pointers = new LinkedHashMap<>();
    collect(pathPointer + "/parameters", ofPath, all, pointers);
    collect(pointer + "/parameters", ofOperation, all, pointers);
    for (Map.Entry<String, Map<String, Object>> each : all.entrySet()) {
      field(pointers.get(each.getKey()), each.getValue());
    }
    undeclared(path);
    return this;
  }

  private void collect(
      String pointer,
      Object list,
      Map<String, Map<String, Object>> all,
      Map<String, String> pointers)
      throws Unfit {
    if (!(list instanceof List<?> parameters)) {
      return;
    }
    for (int i = 0; i < parameters.size(); i++) {
      Map<String, Object> parameter = document.resolved(pointer + "/" + i, parameters.get(i));
      String key = parameter.get("in") + " " + parameter.get("name");
      all.put(key, parameter);
      pointers.put(key, pointer + "/" + i);
    }
  }

  private void field(String pointer, Map<String, Object> parameter) throws Unfit {
    String name =
        Document.text(parameter, "name")
            .orElseThrow(() -> new Unfit(pointer, "MISSING", "A parameter has a name."));
    String lower = name.toLowerCase(Locale.ROOT);
    Optional<Place> place = place(parameter.get("in"));
    if (place.orElse(null) == Place.HEADER) {
      takesIdempotencyKey |= lower.equals(IDEMPOTENCY_KEY);
      if (OURS.contains(lower) || lower.equals(IDEMPOTENCY_KEY)) {
        return; // sent by itself
      }
    }
    boolean mandatory =
        Boolean.TRUE.equals(parameter.get("required")) || place.orElse(null) == Place.PATH;
    Optional<String> unfit = unfit(place, parameter);
    if (unfit.isPresent()) {
      if (mandatory) {
        throw new Unfit(pointer, "UNSUPPORTED", unfit.get());
      }
      return;
    }
    String key =
        properties.containsKey(name) || ApiOperation.OWN.contains(name)
            ? parameter.get("in") + "-" + name
            : name;
    add(
        new Field(key, name, place.orElseThrow(), exploded(place.get(), parameter)),
        described(
            Schemas.titled(
                name,
                schemas.converted(pointer + "/schema", parameter.getOrDefault("schema", Map.of()))),
            parameter),
        mandatory);
  }

  private static Optional<Place> place(Object in) {
    return switch (String.valueOf(in)) {
      case "path" -> Optional.of(Place.PATH);
      case "query" -> Optional.of(Place.QUERY);
      case "header" -> Optional.of(Place.HEADER);
      default -> Optional.empty();
    };
  }

  private static Optional<String> unfit(Optional<Place> place, Map<String, Object> parameter) {
    if (place.isEmpty()) {
      return Optional.of(
          "A parameter in '" + parameter.get("in") + "' cannot be sent: path, query, header can.");
    }
    if (parameter.containsKey("content")) {
      return Optional.of("A parameter that is JSON in itself cannot be sent.");
    }
    Object style = parameter.get("style");
    boolean usual = style == null || style.equals("simple") || style.equals("form");
    return usual
        ? Optional.empty()
        : Optional.of("A parameter of style '" + style + "' cannot be sent: form, simple can.");
  }

  private static boolean exploded(Place place, Map<String, Object> parameter) {
    return place == Place.QUERY && !Boolean.FALSE.equals(parameter.get("explode"));
  }

  private static Object described(Object schema, Map<String, Object> parameter) {
    Optional<String> description = Document.text(parameter, "description");
    if (description.isEmpty() || !(schema instanceof Map<?, ?> map)) {
      return schema;
    }
    Map<String, Object> described = new LinkedHashMap<>(Document.keyed(map));
    described.put("description", description.get());
    return described;
  }

  /** A resource list may name parameters in its paths alone. */
  private void undeclared(String path) {
    IN_PATH
        .matcher(path)
        .results()
        .map(found -> found.group(1))
        .filter(
            name ->
                fields.stream()
                    .noneMatch(field -> field.place() == Place.PATH && field.name().equals(name)))
        .forEach(
            name ->
                add(
                    new Field(
                        ApiOperation.OWN.contains(name) || properties.containsKey(name)
                            ? "path-" + name
                            : name,
                        name,
                        Place.PATH,
                        false),
                    Map.of("type", List.of("string", "number"), "title", name),
                    true));
  }

  private void add(Field field, Object schema, boolean mandatory) {
    fields.add(field);
    properties.put(field.parameter(), schema);
    if (mandatory) {
      required.add(field.parameter());
    }
  }

  List<Field> fields() {
    return List.copyOf(fields);
  }

  Map<String, Object> properties() {
    return properties;
  }

  List<String> required() {
    return required;
  }

  boolean takesIdempotencyKey() {
    return takesIdempotencyKey;
  }
}
