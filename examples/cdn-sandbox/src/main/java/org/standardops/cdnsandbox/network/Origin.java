package org.standardops.cdnsandbox.network;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.util.Map;
import java.util.TreeMap;
import org.standardops.cdnsandbox.http.Response;

/** The origin's files, by path. A query is part of the request but chooses no other file. */
final class Origin {
  private final Map<String, OriginFile> files = new TreeMap<>(SampleFiles.all());
  private final Map<String, Integer> requests = new TreeMap<>();

  Response answer(String target) {
    String path = target.replaceFirst("\\?.*", "");
    requests.merge(path, 1, Integer::sum);
    OriginFile file = files.get(path);
    if (file == null) {
      return Response.text(404, "The origin has no file " + path);
    }
    return new Response(
        200,
        Map.of(
            "Content-Type", file.contentType(),
            "Cache-Control", file.cacheControl(),
            "ETag", file.etag(),
            "Last-Modified", RFC_1123_DATE_TIME.format(file.modified().atOffset(UTC))),
        file.body());
  }

  void put(String path, OriginFile file) {
    files.put(path, file);
  }

  boolean remove(String path) {
    return files.remove(path) != null;
  }

  Map<String, OriginFile> files() {
    return Map.copyOf(files);
  }

  Map<String, Integer> requests() {
    return new TreeMap<>(requests);
  }

  void reset() {
    files.clear();
    files.putAll(SampleFiles.all());
    requests.clear();
  }
}
