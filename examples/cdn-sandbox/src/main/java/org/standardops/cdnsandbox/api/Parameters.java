package org.standardops.cdnsandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.standardops.cdnsandbox.http.Json;

/** The parameters of one call. */
final class Parameters {
  /** The API's clock shows UTC+8, to the second. */
  static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Set<String> AREAS = Set.of("mainland", "overseas", "global");

  private final ObjectNode body;

  private Parameters(ObjectNode body) {
    this.body = body;
  }

  static Parameters read(byte[] json, Set<String> known) throws ApiError {
    JsonNode tree;
    try {
      tree = Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new ApiError("InvalidParameter", "The body is not JSON.");
    }
    if (!(tree instanceof ObjectNode body)) {
      throw new ApiError("InvalidParameter", "The body must be a JSON object.");
    }
    for (String name : (Iterable<String>) body::fieldNames) {
      if (!known.contains(name)) {
        throw new ApiError("UnknownParameter", "The parameter " + name + " is not recognized.");
      }
    }
    return new Parameters(body);
  }

  static String time(Instant instant) {
    return TIME.format(instant.atOffset(ZONE));
  }

  Optional<JsonNode> find(String name) {
    return Optional.ofNullable(body.get(name)).filter(value -> !value.isNull());
  }

  Optional<String> text(String name) throws ApiError {
    Optional<JsonNode> value = find(name);
    if (value.isPresent() && !value.get().isTextual()) {
      throw wrongType(name, "a string");
    }
    return value.map(JsonNode::textValue).filter(text -> !text.isEmpty());
  }

  List<String> texts(String name) throws ApiError {
    JsonNode value = find(name).orElseThrow(() -> missing(name));
    if (!value.isArray() || value.isEmpty()) {
      throw wrongType(name, "a list of strings that is not empty");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        throw wrongType(name, "a list of strings");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  int number(String name, int otherwise, int least, int most) throws ApiError {
    Optional<JsonNode> value = find(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!value.get().canConvertToInt() || !value.get().isIntegralNumber()) {
      throw wrongType(name, "an integer");
    }
    int number = value.get().intValue();
    if (number < least || number > most) {
      throw ApiError.parameter("%s must be between %d and %d.".formatted(name, least, most));
    }
    return number;
  }

  Optional<String> area() throws ApiError {
    Optional<String> area = text("Area");
    if (area.isPresent() && !AREAS.contains(area.get())) {
      throw ApiError.parameter("Area must be mainland, overseas or global.");
    }
    return area;
  }

  Optional<Instant> instant(String name) throws ApiError {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(text.get(), TIME).toInstant(ZONE));
    } catch (DateTimeParseException e) {
      throw ApiError.parameter(name + " must be a time in UTC+8 as yyyy-MM-dd HH:mm:ss.");
    }
  }

  private static ApiError missing(String name) {
    return new ApiError("MissingParameter", "The parameter " + name + " is missing.");
  }

  private static ApiError wrongType(String name, String expected) {
    return new ApiError("InvalidParameter", "The parameter " + name + " must be " + expected + ".");
  }
}
