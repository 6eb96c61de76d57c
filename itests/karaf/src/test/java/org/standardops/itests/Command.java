package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a command answered that was run to its end. Its output goes through a file, so no reader can
 * block it.
 */
public record Command(List<String> words, int exitStatus, String output) {
  private static final long MAX_SECONDS = 300;

  public static Command run(String... words) {
    return run(Map.of(), "", words);
  }

  /** Runs the command with the environment added to the JVM's own, and the text as its input. */
  public static Command run(Map<String, String> environment, String input, String... words) {
    try {
      Path in = Files.createTempFile("command", ".in");
      Path out = Files.createTempFile("command", ".out");
      try {
        Files.writeString(in, input);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("STANDARDOPS_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process =
            builder
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
        return new Command(
            List.of(words),
            process.exitValue(),
            Files.readString(out, StandardCharsets.UTF_8).replaceAll("\u001B\\[[0-9;]*m", ""));
      } finally {
        Files.delete(in);
        Files.delete(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + List.of(words), e);
    }
  }

  public Command expectSuccess() {
    assertThat(exitStatus).as("%s said: %s", words, output).isZero();
    return this;
  }
}
