package org.standardops.atom;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON objects into records. */
final class Records {

  private Records() {}

  static <R extends Record> R read(Class<R> type, Map<?, ?> object, String at) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      arguments[i] =
          component(component, object.get(component.getName()), at + component.getName());
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof IllegalArgumentException said
          ? said
          : new IllegalArgumentException(type.getSimpleName() + ": " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("The record " + type + " cannot be made.", e);
    }
  }

  private static Object component(RecordComponent component, Object given, String at) {
    Object value = given;
    Param param = component.getAnnotation(Param.class);
    if (value == null && param != null && !param.otherwise().isEmpty()) {
      value = param.otherwise();
    }
    return value(component.getGenericType(), value, at);
  }

  private static Object value(Type type, Object value, String at) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic, value, at);
    }
    Class<?> wanted = (Class<?>) type;
    if (value == null) {
      throw new IllegalArgumentException("Parameter '" + at + "' is missing.");
    }
    if (wanted.isRecord() && value instanceof Map<?, ?> object) {
      return read(wanted.asSubclass(Record.class), object, at + "/");
    }
    try {
      return plain(wanted, value);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new IllegalArgumentException(
          "Parameter '" + at + "' is no " + wanted.getSimpleName() + ".", e);
    }
  }

  private static Object generic(ParameterizedType type, Object value, String at) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return value == null ? Optional.empty() : Optional.of(value(of[0], value, at));
    }
    if (type.getRawType() == List.class && (value == null || value instanceof List)) {
      List<Object> list = new ArrayList<>();
      for (Object element : value == null ? List.of() : (List<?>) value) {
        list.add(value(of[0], element, at + "/" + list.size()));
      }
      return Collections.unmodifiableList(list);
    }
    if (type.getRawType() == Map.class && (value == null || value instanceof Map)) {
      Map<String, Object> map = new LinkedHashMap<>();
      (value == null ? Map.of() : (Map<?, ?>) value)
          .forEach(
              (key, element) ->
                  map.put(String.valueOf(key), value(of[1], element, at + "/" + key)));
      return Collections.unmodifiableMap(map);
    }
    throw new IllegalArgumentException("Parameter '" + at + "' is no " + type + ".");
  }

  private static Object plain(Class<?> type, Object value) {
    if (type.isInstance(value)) {
      return value;
    }
    String text = String.valueOf(value);
    if (type == boolean.class || type == Boolean.class) {
      return flag(text);
    } else if (type == int.class || type == Integer.class) {
      return new BigDecimal(text).intValueExact();
    } else if (type == long.class || type == Long.class) {
      return new BigDecimal(text).longValueExact();
    } else if (type == double.class || type == Double.class) {
      return new BigDecimal(text).doubleValue();
    } else if (type == BigDecimal.class) {
      return new BigDecimal(text);
    } else if (value instanceof String) {
      return read(type, text);
    }
    throw new IllegalArgumentException(text);
  }

  private static boolean flag(String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new IllegalArgumentException(text);
  }

  private static Object read(Class<?> type, String text) {
    if (type == Duration.class) {
      return Duration.parse(text);
    } else if (type == Instant.class) {
      return OffsetDateTime.parse(text).toInstant();
    } else if (type == URI.class) {
      return URI.create(text);
    } else if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(text));
    }
    throw new IllegalArgumentException(text);
  }
}
