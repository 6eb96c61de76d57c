package org.standardops.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Records to JSON and back: fields by their names, instants and durations in ISO-8601, empty
 * optionals as null, decimals exact. What is written here is read here again; a field that a record
 * does not know is refused. Thread-safe.
 */
public final class JsonCodec {

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .build();

  /**
   * A mapper of the same settings, for what cannot go through this class; the caller's own to
   * change.
   */
  public ObjectMapper mapper() {
    return mapper.copy();
  }

  public byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(
          "This " + value.getClass().getName() + " cannot be written as JSON.", e);
    }
  }

  /**
   * @throws UncheckedIOException where the bytes are no JSON of this type
   */
  public <T> T read(byte[] json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("This is no JSON of a " + type.getSimpleName() + ".", e);
    }
  }

  /** A record as the JSON value that it is written as. */
  public Object toValue(Object object) {
    return mapper.convertValue(object, Object.class);
  }

  /**
   * A JSON value as a record.
   *
   * @throws IllegalArgumentException where it does not fit
   */
  public <T> T fromValue(Object value, Class<T> type) {
    return mapper.convertValue(value, type);
  }
}
