package org.standardops.components.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.standardops.services.port.ComponentLibrary.Source;

/** Documents of the tests, read. */
final class Documents {

  private Documents() {}

  static String text(String file) {
    try (var in = Documents.class.getResourceAsStream("/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Source source(String name, Object document) {
    return new Source(name, Optional.empty(), document, Optional.empty(), Optional.empty());
  }

  static Source only(Object document, String... operations) {
    return new Source(
        "shop",
        Optional.of("1.0.0"),
        document,
        Optional.of("https://api.example.com"),
        operations.length == 0 ? Optional.empty() : Optional.of(List.of(operations)));
  }

  static Definition shop() {
    return Reading.of(source("shop", text("shop.yaml")));
  }

  static Definition gateway(String server) {
    return Reading.of(
        new Source(
            "cmdb",
            Optional.of("1.0.0"),
            text("gateway.yaml"),
            Optional.of(server),
            Optional.empty()));
  }

  static ApiOperation operation(Definition component, String id) {
    return component.operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A document of one operation {@code POST /x} with this schema of its body. */
  static String withBody(String schema, String others) {
    return """
        {"openapi": "3.0.3", "info": {"title": "T", "version": "1.0.0"},
         "paths": {"/x": {"post": {"operationId": "x", "responses": {},
           "requestBody": {"content": {"application/json": {"schema": %s}}}}}},
         "components": {"schemas": {%s}}}
        """
        .formatted(schema, others);
  }
}
