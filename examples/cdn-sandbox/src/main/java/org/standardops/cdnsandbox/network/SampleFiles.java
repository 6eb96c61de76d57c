package org.standardops.cdnsandbox.network;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The files that the origin starts with: the same bytes at every start. */
final class SampleFiles {
  private static final Instant MODIFIED = Instant.parse("2026-01-01T00:00:00Z");

  private SampleFiles() {}

  static Map<String, OriginFile> all() {
    Map<String, OriginFile> files = new TreeMap<>();
    files.put("/", text("<!doctype html>\n<title>CDN sandbox</title>\n", "text/html", 600));
    files.put("/game/patch-1.0.1.bin", bytes(1 << 20, "application/octet-stream", 86_400));
    files.put("/game/patch-1.0.2.bin", bytes(256 << 10, "application/octet-stream", 86_400));
    files.put("/game/version.json", text("{\"version\": \"1.0.2\"}\n", "application/json", 3_600));
    files.put("/img/banner.png", bytes(48 << 10, "image/png", 86_400));
    files.put("/css/site.css", text("body { margin: 0 }\n", "text/css", 86_400));
    files.put("/js/app.js", text("console.log('ready');\n", "text/javascript", 86_400));
    files.put("/news/empty.txt", text("", "text/plain", 3_600));
    files.put(
        "/api/never-cached.json",
        new OriginFile(utf8("{}\n"), "application/json", "no-store", MODIFIED));
    return files;
  }

  private static OriginFile text(String text, String type, int maxAge) {
    return new OriginFile(utf8(text), type, "max-age=" + maxAge, MODIFIED);
  }

  private static OriginFile bytes(int length, String type, int maxAge) {
    byte[] body = new byte[length];
    new Random(length).nextBytes(body);
    return new OriginFile(body, type, "max-age=" + maxAge, MODIFIED);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
