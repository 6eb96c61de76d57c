package org.standardops.components.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.components.internal.ApiOperation.SignIn;

/**
 * How operations are signed in to: the first way that the document allows and this server knows.
 */
record SignIns(Document document) {

  /**
   * @param pointer of the operation
   */
  SignIn of(String pointer, Map<String, Object> operation) throws Unfit {
    Object ways =
        operation.containsKey("security")
            ? operation.get("security")
            : document.root().get("security");
    if (!(ways instanceof List<?> alternatives) || alternatives.isEmpty()) {
      return SignIn.NONE;
    }
    boolean free = false;
    for (Object alternative : alternatives) {
      if (alternative instanceof Map<?, ?> schemes) {
        free |= schemes.isEmpty();
        if (schemes.size() == 1) {
          String name = String.valueOf(schemes.keySet().iterator().next());
          Optional<SignIn> known = known(pointer, name);
          if (known.isPresent()) {
            return known.get();
          }
        }
      }
    }
    if (free) {
      return SignIn.NONE;
    }
    throw new Unfit(
        pointer + "/security",
        "UNSUPPORTED",
        "It asks for a way to sign in that is not supported: user and password, a bearer token, or an"
            + " API key in a header or in the URL are.");
  }

  private Optional<SignIn> known(String pointer, String name) throws Unfit {
    Object schemes = Document.object(document.root(), "components").get("securitySchemes");
    if (!(schemes instanceof Map<?, ?> all) || !all.containsKey(name)) {
      return Optional.empty();
    }
    Map<String, Object> scheme = document.resolved(pointer + "/security", all.get(name));
    String type = String.valueOf(scheme.get("type"));
    if (type.equals("oauth2") || type.equals("openIdConnect")) {
      return Optional.of(new SignIn(SignIn.Kind.BEARER, ""));
    }
    if (type.equals("http")) {
      return switch (String.valueOf(scheme.get("scheme")).toLowerCase(java.util.Locale.ROOT)) {
        case "basic" -> Optional.of(new SignIn(SignIn.Kind.BASIC, ""));
        case "bearer" -> Optional.of(new SignIn(SignIn.Kind.BEARER, ""));
        default -> Optional.empty();
      };
    }
    Optional<String> key = Document.text(scheme, "name");
    if (type.equals("apiKey") && key.isPresent()) {
      return switch (String.valueOf(scheme.get("in"))) {
        case "header" -> Optional.of(new SignIn(SignIn.Kind.HEADER, key.get()));
        case "query" -> Optional.of(new SignIn(SignIn.Kind.QUERY, key.get()));
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }
}
