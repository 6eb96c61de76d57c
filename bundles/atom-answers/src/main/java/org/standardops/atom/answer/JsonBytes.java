package org.standardops.atom.answer;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON values as plain Java, from and to bytes. */
public final class JsonBytes {

  private JsonBytes() {}

  public static byte[] write(Object value) {
    try {
      return JSON.std.asBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IOException for what is no JSON
   */
  public static Object read(byte[] bytes) throws IOException {
    return JSON.std.with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS).anyFrom(bytes);
  }
}
