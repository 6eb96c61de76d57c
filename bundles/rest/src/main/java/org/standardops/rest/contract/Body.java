package org.standardops.rest.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.standardops.json.JsonCodec;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.ProductException;

/**
 * What was sent, after it was held to the document.
 *
 * @param bytes as they came
 * @param json an empty object where nothing was sent
 * @param faults of its form; none but where its resource looks on and tells them itself
 */
public record Body(byte[] bytes, JsonNode json, List<Fault> faults) {

  public static final Body NONE = new Body(new byte[0], JsonNodeFactory.instance.objectNode());

  public Body {
    faults = List.copyOf(faults);
  }

  /** A body that keeps to the document. */
  public Body(byte[] bytes, JsonNode json) {
    this(bytes, json, List.of());
  }

  /** So much more than what is allowed is read and dropped, that a client gets to see why. */
  private static final int DRAINED_BYTES = 32 * 1024 * 1024;

  /** Fields that the server makes are in no record: the document allows them, nobody reads them. */
  private static final ObjectMapper MAPPER =
      new JsonCodec().mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /**
   * All bytes of a request.
   *
   * @throws ProductException TOO_LARGE
   */
  public static byte[] read(InputStream in, int maxBytes) throws IOException {
    byte[] bytes = in.readNBytes(maxBytes + 1);
    if (bytes.length <= maxBytes) {
      return bytes;
    }
    drain(in);
    throw new ProductException(
        ErrorCode.TOO_LARGE, "At most " + maxBytes + " bytes are taken here.");
  }

  /** Drops some of what is too much: a client that may still send gets to see the answer. */
  static void drain(InputStream in) throws IOException {
    long left = DRAINED_BYTES;
    long skipped = in.skip(left);
    while (skipped > 0 && left > skipped) {
      left -= skipped;
      skipped = in.skip(left);
    }
  }

  /**
   * As a record.
   *
   * @throws ProductException INVALID where a value fits the document and yet not the record, such
   *     as a 30th of February
   */
  public <T> T as(Class<T> type) {
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JsonMappingException e) {
      throw ProductException.invalid(
          List.of(new Fault(pointer(e), "INVALID_VALUE", "This value cannot be read here.")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON value in memory cannot be broken.", e);
    }
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                "/"
                    + (step.getFieldName() == null
                        ? String.valueOf(step.getIndex())
                        : JsonValues.token(step.getFieldName())))
        .collect(Collectors.joining());
  }
}
