package org.standardops.rest.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.standardops.json.JsonCodec;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI document: what clients build on, and what every request is held to. Written in one
 * file per topic, put together here. Immutable.
 */
public final class Contract {

  private static final List<String> TOPICS =
      List.of(
          "base",
          "people",
          "signin",
          "businesses",
          "secrets",
          "connections",
          "configuration",
          "audit",
          "platform",
          "processes",
          "light-apps",
          "revisions",
          "previews",
          "variables",
          "tasks",
          "nodes",
          "selections",
          "favourites",
          "statistics",
          "atoms",
          "components",
          "notifications",
          "health");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final byte[] json;
  private final Map<Route, Operation> operations = new LinkedHashMap<>();
  private final Map<Route, String> names = new LinkedHashMap<>();

  private Contract(Map<String, Object> document) {
    json = new JsonCodec().write(document);
    SchemaCompiler schemas = new SchemaCompiler(document);
    object(document.get("paths"))
        .forEach(
            (path, item) ->
                object(item)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            Route route = new Route(method.toUpperCase(Locale.ROOT), path);
                            operations.put(route, Operation.of(object(operation), schemas));
                            names.put(route, (String) object(operation).get("operationId"));
                          }
                        }));
  }

  /** Reads the document from this bundle. */
  public static Contract load() {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<String, Object> document = new LinkedHashMap<>();
    for (String topic : TOPICS) {
      try (InputStream in = Contract.class.getResourceAsStream("/openapi/" + topic + ".yaml")) {
        merge(document, object(yaml.load(in)));
      } catch (IOException e) {
        throw new UncheckedIOException("The API's document on " + topic + " is unreadable.", e);
      }
    }
    return new Contract(document);
  }

  private static void merge(Map<String, Object> into, Map<String, Object> more) {
    more.forEach(
        (key, value) -> {
          if (into.get(key) instanceof Map<?, ?> present && value instanceof Map<?, ?>) {
            merge(object(present), object(value));
          } else {
            into.put(key, value);
          }
        });
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  /** The whole document, as it is served. */
  public byte[] json() {
    return json.clone();
  }

  public Set<Route> routes() {
    return Collections.unmodifiableSet(operations.keySet());
  }

  public Optional<Operation> find(Route route) {
    return Optional.ofNullable(operations.get(route));
  }

  /** The operationId of a request; of several routes that fit, of the one with more fixed parts. */
  public Optional<String> name(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    return names.keySet().stream()
        .filter(route -> route.method().equals(asked) && route.fits(path))
        .min(Comparator.comparingLong(route -> route.path().chars().filter(c -> c == '{').count()))
        .map(names::get);
  }

  /** True where nobody need say who they are. */
  public boolean isPublic(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    return operations.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getValue().isPublic()
                    && entry.getKey().method().equals(asked)
                    && entry.getKey().fits(path));
  }

  /** What may be done with this path; empty where there is no such path. */
  public List<String> allowedMethods(String path) {
    Set<String> methods = new TreeSet<>();
    operations.keySet().stream()
        .filter(route -> route.fits(path))
        .map(Route::method)
        .forEach(methods::add);
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return new ArrayList<>(methods);
  }
}
