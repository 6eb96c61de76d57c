package org.standardops.atom.job.blueking.internal;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object that may lack anything; what is of another type counts as missing. */
record JsonObject(Map<String, Object> fields) {

  /**
   * @throws IOException for what is no JSON object
   */
  static JsonObject read(byte[] bytes) throws IOException {
    return new JsonObject(JSON.std.mapFrom(bytes));
  }

  byte[] write() {
    try {
      return JSON.std.asBytes(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name) instanceof String text ? text : null);
  }

  int whole(String name) {
    return fields.get(name) instanceof Number number ? number.intValue() : 0;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  Optional<JsonObject> object(String name) {
    return Optional.ofNullable(asObject(fields.get(name)));
  }

  List<JsonObject> objects(String name) {
    List<JsonObject> objects = new ArrayList<>();
    for (Object element : list(name)) {
      JsonObject object = asObject(element);
      if (object != null) {
        objects.add(object);
      }
    }
    return objects;
  }

  List<String> texts(String name) {
    return list(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  List<Integer> wholes(String name) {
    return list(name).stream().map(number -> ((Number) number).intValue()).toList();
  }

  private List<?> list(String name) {
    return fields.get(name) instanceof List<?> list ? list : List.of();
  }

  @SuppressWarnings("unchecked")
  private static JsonObject asObject(Object value) {
    return value instanceof Map<?, ?> map ? new JsonObject((Map<String, Object>) map) : null;
  }
}
