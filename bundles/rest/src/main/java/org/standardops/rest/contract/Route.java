package org.standardops.rest.contract;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;

/**
 * One call of the API.
 *
 * @param method such as {@code GET}
 * @param path below the base path, such as {@code /tasks/{task}/start}
 */
public record Route(String method, String path) {

  /** The routes of a resource class: each method with an HTTP method and a full path. */
  public static Stream<Route> of(Class<?> resource) {
    return Arrays.stream(resource.getMethods()).flatMap(method -> of(method).stream());
  }

  /** The route of a resource method; empty for any other method. */
  public static Optional<Route> of(Method method) {
    return Arrays.stream(method.getAnnotations())
        .flatMap(a -> Stream.ofNullable(a.annotationType().getAnnotation(HttpMethod.class)))
        .map(http -> new Route(http.value(), "/" + method.getAnnotation(Path.class).value()))
        .findFirst();
  }

  /** True where a request's path fits, each {@code {name}} standing for one segment. */
  public boolean fits(String requestPath) {
    String[] wanted = path.split("/");
    String[] given = requestPath.split("/");
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].startsWith("{") && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }
}
