package org.standardops.console.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every file of the console, held in memory: about two megabytes. Immutable. */
final class Assets {

  private final Map<String, Asset> byPath;

  private Assets(Map<String, Asset> byPath) {
    this.byPath = byPath;
  }

  /** Reads the files that {@code files.txt} names; the build wrote it. */
  static Assets load(Function<String, InputStream> files) {
    String list = new String(read(files, "files.txt"), StandardCharsets.UTF_8);
    return new Assets(
        list.lines().collect(Collectors.toMap(Function.identity(), path -> asset(files, path))));
  }

  Optional<Asset> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static Asset asset(Function<String, InputStream> files, String path) {
    byte[] bytes = read(files, path);
    Optional<byte[]> gzip =
        Optional.ofNullable(files.apply(path + ".gz")).map(found -> drain(path, found));
    return new Asset(bytes, gzip, Asset.typeOf(path), '"' + digest(bytes) + '"');
  }

  private static byte[] read(Function<String, InputStream> files, String path) {
    InputStream in = files.apply(path);
    if (in == null) {
      throw new UncheckedIOException(
          new FileNotFoundException("The console's bundle lacks " + path + "; build it anew."));
    }
    return drain(path, in);
  }

  private static byte[] drain(String path, InputStream in) {
    try (in) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The console's file " + path + " is unreadable.", e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
