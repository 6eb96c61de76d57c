package org.standardops.components.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.standardops.json.JsonCodec;

/** What the forms of all components' atoms have in common. */
final class CommonFields {

  private static final Map<String, Object> ALL = read();
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final Set<String> OURS = Set.of("status", ApiOperation.BODY);

  static final Map<String, Object> PROPERTIES = Document.object(ALL, "parameters");
  static final Map<String, Object> OUTPUTS = Document.object(ALL, "outputs");
  static final Map<String, Object> EXTRACTED = Document.object(ALL, "extracted");

  private CommonFields() {}

  /** Whether a field of an answer can be an output by its name. */
  static boolean isOutput(String name) {
    return KEY.matcher(name).matches() && !OURS.contains(name);
  }

  @SuppressWarnings("unchecked") // the names in a JSON object are texts
  private static Map<String, Object> read() {
    try (InputStream file = CommonFields.class.getResourceAsStream("common-fields.json")) {
      return (Map<String, Object>) new JsonCodec().read(file.readAllBytes(), Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The common fields of components cannot be read.", e);
    }
  }
}
