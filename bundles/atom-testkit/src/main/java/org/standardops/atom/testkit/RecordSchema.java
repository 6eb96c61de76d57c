package org.standardops.atom.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.atom.Param;
import org.standardops.atom.Parameters;

/** The JSON Schema of the records that {@link Parameters#as} reads. */
public final class RecordSchema {

  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Set<Class<?>> NUMBER = Set.of(double.class, Double.class, BigDecimal.class);

  private RecordSchema() {}

  /**
   * As a JSON object, without examples: only the description file gives those.
   *
   * @throws IllegalArgumentException where a component has no {@link Param}, or a type that no
   *     parameter can have
   */
  public static Map<String, Object> of(Class<? extends Record> type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.putAll(object(type));
    return schema;
  }

  private static Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Param param =
          Optional.ofNullable(component.getAnnotation(Param.class))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Say what " + component + " of " + type + " is: annotate it @Param."));
      properties.put(component.getName(), property(component.getGenericType(), param));
      if (isRequired(component.getType(), param)) {
        required.add(component.getName());
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private static boolean isRequired(Class<?> type, Param param) {
    boolean mayMiss = type == Optional.class || type == List.class || type == Map.class;
    return param.otherwise().isEmpty() && (!mayMiss || param.minSize() > 0);
  }

  private static Map<String, Object> property(Type type, Param param) {
    Map<String, Object> property = new LinkedHashMap<>(type(type, param));
    texts(param, property);
    if (param.options()) {
      property.put("x-options", true);
    }
    if (!param.otherwise().isEmpty()) {
      property.put("default", json(type, param.otherwise()));
    }
    if (param.examples().length > 0) {
      property.put(
          "examples", Arrays.stream(param.examples()).map(text -> json(type, text)).toList());
    }
    return property;
  }

  private static void texts(Param param, Map<String, Object> property) {
    Map<String, Object> chinese = new LinkedHashMap<>();
    property.put("title", param.title());
    chinese.put("title", param.titleZh());
    if (!param.help().isEmpty()) {
      property.put("description", param.help());
      chinese.put("description", param.helpZh());
    }
    property.put("x-zh-CN", chinese);
  }

  private static Map<String, Object> type(Type type, Param param) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (type instanceof ParameterizedType generic) {
      return generic(generic, param);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return object(plain);
    } else if (plain == Object.class) {
      return schema;
    } else if (plain == boolean.class || plain == Boolean.class) {
      schema.put("type", "boolean");
    } else if (WHOLE.contains(plain) || NUMBER.contains(plain)) {
      schema.put("type", WHOLE.contains(plain) ? "integer" : "number");
      putUnless(param.min(), Long.MIN_VALUE, "minimum", schema);
      putUnless(param.max(), Long.MAX_VALUE, "maximum", schema);
    } else {
      text(plain, param, schema);
    }
    return schema;
  }

  private static Map<String, Object> generic(ParameterizedType type, Param param) {
    Type[] of = type.getActualTypeArguments();
    Map<String, Object> schema = new LinkedHashMap<>();
    if (type.getRawType() == Optional.class) {
      return type(of[0], param);
    } else if (type.getRawType() == List.class) {
      schema.put("type", "array");
      schema.put("items", element(of[0], param));
      size(param, "Items", schema);
      return schema;
    } else if (type.getRawType() == Map.class && of[0] == String.class) {
      schema.put("type", "object");
      schema.put("additionalProperties", element(of[1], param));
      size(param, "Properties", schema);
      return schema;
    }
    throw new IllegalArgumentException("No parameter can be a " + type + ".");
  }

  /** Sizes belong to the list or map, all else to what is in it. */
  private static Map<String, Object> element(Type type, Param param) {
    Map<String, Object> element = type(type, param);
    element.remove("minLength");
    element.remove("maxLength");
    return element;
  }

  private static void text(Class<?> type, Param param, Map<String, Object> schema) {
    schema.put("type", "string");
    if (type.isEnum()) {
      schema.put(
          "enum",
          Arrays.stream(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList());
      return;
    } else if (type == Duration.class) {
      schema.put("x-type", "DURATION");
    } else if (type == Instant.class) {
      schema.put("format", "date-time");
    } else if (type == URI.class) {
      schema.put("format", "uri");
    } else if (type != String.class) {
      throw new IllegalArgumentException("No parameter can be a " + type + ".");
    }
    if (param.secret()) {
      schema.put("format", "secret");
    } else if (!param.format().isEmpty()) {
      schema.put("format", param.format());
    }
    if (!param.pattern().isEmpty()) {
      schema.put("pattern", "^(?:" + param.pattern() + ")$");
    }
    size(param, "Length", schema);
  }

  private static void size(Param param, String of, Map<String, Object> schema) {
    putUnless(param.minSize(), 0, "min" + of, schema);
    putUnless(param.maxSize(), Integer.MAX_VALUE, "max" + of, schema);
  }

  private static void putUnless(long limit, long none, String keyword, Map<String, Object> schema) {
    if (limit != none) {
      schema.put(keyword, limit);
    }
  }

  private static Object json(Type type, String text) {
    Type of =
        type instanceof ParameterizedType generic && generic.getRawType() != Map.class
            ? generic.getActualTypeArguments()[0]
            : type;
    if (of == boolean.class || of == Boolean.class) {
      return Boolean.valueOf(text);
    }
    return WHOLE.contains(of) || NUMBER.contains(of) ? (Object) new BigDecimal(text) : text;
  }
}
