package org.standardops.atom.answer;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object that may lack anything; what is of another type counts as missing. */
public record JsonObject(Map<String, Object> fields) {

  /**
   * @throws IOException for what is no JSON object
   */
  public static JsonObject read(byte[] bytes) throws IOException {
    return new JsonObject(JSON.std.mapFrom(bytes));
  }

  public byte[] write() {
    return JsonBytes.write(fields);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name) instanceof String text ? text : null);
  }

  /** Zero where it is missing. */
  public int whole(String name) {
    return fields.get(name) instanceof Number number ? number.intValue() : 0;
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  public Optional<JsonObject> object(String name) {
    return Optional.ofNullable(asObject(fields.get(name)));
  }

  public List<JsonObject> objects(String name) {
    List<JsonObject> objects = new ArrayList<>();
    for (Object element : list(name)) {
      JsonObject object = asObject(element);
      if (object != null) {
        objects.add(object);
      }
    }
    return objects;
  }

  public List<String> texts(String name) {
    return list(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  public List<Integer> wholes(String name) {
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
