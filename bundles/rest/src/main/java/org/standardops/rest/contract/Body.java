package org.standardops.rest.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Collectors;
import org.standardops.json.JsonCodec;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.ProductException;

/**
 * What was sent, after it was held to the document.
 *
 * @param bytes as they came
 * @param json an empty object where nothing was sent
 */
public record Body(byte[] bytes, JsonNode json) {

  public static final Body NONE = new Body(new byte[0], JsonNodeFactory.instance.objectNode());

  /** Fields that the server makes are in no record: the document allows them, nobody reads them. */
  private static final ObjectMapper MAPPER =
      new JsonCodec().mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

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
