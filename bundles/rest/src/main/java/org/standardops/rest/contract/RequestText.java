package org.standardops.rest.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.standardops.json.JsonCodec;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.ProductException;

/**
 * Turns the bytes of a request into a JSON value, or says why they are none: not UTF-8, broken,
 * doubled keys, nested too deeply. Thread-safe.
 */
public final class RequestText {

  private static final int MAX_DEPTH = 100;
  private static final int MAX_EXPONENT = 1_000;

  private final ObjectMapper mapper;

  public RequestText() {
    mapper = new JsonCodec().mapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
  }

  /**
   * Reads one JSON value.
   *
   * @throws ProductException UNREADABLE, saying where; INVALID for text or numbers that nothing can
   *     store
   */
  public JsonNode parse(byte[] bytes) {
    JsonNode value;
    try {
      value = mapper.readTree(decoded(bytes));
    } catch (JsonProcessingException e) {
      String at =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new ProductException(
          ErrorCode.UNREADABLE,
          "The body is no JSON" + at + ": " + shortened(e.getOriginalMessage()));
    }
    List<Fault> faults = new ArrayList<>();
    findUnstorable("", value, faults);
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    return value;
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ProductException(
          ErrorCode.UNREADABLE, "The body is not UTF-8; send application/json in UTF-8.");
    }
  }

  private static String shortened(String message) {
    return message.length() <= 300 ? message : message.substring(0, 300) + "…";
  }

  private static void findUnstorable(String pointer, JsonNode value, List<Fault> faults) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field -> {
                String at = pointer + "/" + JsonValues.token(field.getKey());
                checkText(at, field.getKey(), faults);
                findUnstorable(at, field.getValue(), faults);
              });
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        findUnstorable(pointer + "/" + i, value.get(i), faults);
      }
    } else if (value.isTextual()) {
      checkText(pointer, value.textValue(), faults);
    } else if (value.isBigDecimal()
        && Math.abs((long) value.decimalValue().scale()) > MAX_EXPONENT) {
      faults.add(new Fault(pointer, "INVALID_VALUE", "This number is too large or too small."));
    }
  }

  private static void checkText(String pointer, String text, List<Fault> faults) {
    boolean broken =
        text.codePoints()
            .anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (broken) {
      faults.add(
          new Fault(
              pointer, "INVALID_VALUE", "U+0000 and halves of surrogate pairs are not allowed."));
    }
  }
}
