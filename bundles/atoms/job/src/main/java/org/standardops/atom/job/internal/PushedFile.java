package org.standardops.atom.job.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.standardops.atom.Call;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Parameters;
import org.standardops.atom.Touched;

/**
 * A file to be put at each host.
 *
 * @param mode octal; empty: that of the file there, else 644
 * @param owner {@code user} or {@code user:group}; empty: that of the file there, else who signs in
 */
record PushedFile(String path, byte[] bytes, String mode, String owner, String sha256) {

  static final int MOST_BYTES = 1 << 20;

  /** All files of the parameters; those that are given by a URL are fetched. */
  static List<PushedFile> of(Call call) throws HttpFailed {
    List<PushedFile> files = new ArrayList<>();
    for (Object element : call.parameters().list("files")) {
      Parameters file = new Parameters(named((Map<?, ?>) element));
      byte[] bytes = bytes(call, file);
      if (bytes.length > MOST_BYTES) {
        throw new HttpFailed(
            "TOO_LARGE",
            file.text("path")
                + " has "
                + bytes.length
                + " bytes; at most "
                + MOST_BYTES
                + " are pushed.",
            Touched.NO,
            false,
            null);
      }
      files.add(
          new PushedFile(
              file.text("path"),
              bytes,
              file.text("mode", ""),
              file.text("owner", ""),
              sha256(bytes)));
    }
    return files;
  }

  private static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new java.util.LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }

  private static byte[] bytes(Call call, Parameters file) throws HttpFailed {
    if (file.has("content")) {
      return file.text("content").getBytes(StandardCharsets.UTF_8);
    }
    if (file.has("contentBase64")) {
      return Base64.getMimeDecoder().decode(file.text("contentBase64"));
    }
    URI uri = URI.create(file.text("url"));
    Http.Response response = call.http().send(Http.Request.get(uri));
    if (response.status() != 200) {
      throw new HttpFailed(
          "HTTP_STATUS",
          "GET " + uri + " answered " + response.status() + " instead of 200.",
          Touched.NO,
          response.status() >= 500,
          null);
    }
    return response.body();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
