package org.standardops.atom.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/**
 * Takes JSON objects through bytes, as the journal does: what an atom gives away comes back without
 * its Java types, and what is no JSON or too large is found here.
 */
final class JsonValues {

  private static final int HANDLE_LIMIT = 64 << 10;
  private static final int CHECKPOINT_LIMIT = 256 << 10;
  private static final int OUTPUTS_LIMIT = 1 << 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonValues() {}

  static Map<String, Object> copy(Map<String, ?> object) {
    return throughBytes("The object", object, Integer.MAX_VALUE);
  }

  static Map<String, Object> handle(Map<String, Object> handle) {
    return throughBytes("The handle", handle, HANDLE_LIMIT);
  }

  static Map<String, Object> checkpoint(Map<String, Object> checkpoint) {
    return throughBytes("The checkpoint", checkpoint, CHECKPOINT_LIMIT);
  }

  static Map<String, Object> outputs(Map<String, Object> outputs) {
    return throughBytes("The outputs", outputs, OUTPUTS_LIMIT);
  }

  private static Map<String, Object> throughBytes(String what, Map<String, ?> object, int limit) {
    byte[] bytes;
    try {
      bytes = MAPPER.writeValueAsBytes(object);
    } catch (JsonProcessingException e) {
      throw new AssertionError(what + " cannot be written as JSON: " + object, e);
    }
    if (bytes.length > limit) {
      throw new AssertionError(
          what + " has " + bytes.length + " bytes, more than the " + limit + " allowed.");
    }
    try {
      return MAPPER.readValue(bytes, new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new AssertionError(what + " cannot be read back.", e);
    }
  }
}
