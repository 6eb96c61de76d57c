package org.standardops.cdnsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.standardops.cdnsandbox.http.Json;

class MainTest {
  @TempDir Path folder;
  private Process process;

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void printsItsPortsAndEndsWithStandardInput() throws Exception {
    Path portFile = folder.resolve("ports.json");
    start("--until-stdin-closes", "--port-file", portFile.toString());
    JsonNode ports = Json.MAPPER.readTree(line());

    for (String server : List.of("origin", "edge", "api", "control")) {
      new Socket("127.0.0.1", ports.path(server).asInt()).close();
    }
    assertThat(Json.MAPPER.readTree(Files.readString(portFile))).isEqualTo(ports);

    process.getOutputStream().close();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void takesSettingsFromFileAndEndsOnSigterm() throws Exception {
    Path config = folder.resolve("settings.json");
    Files.writeString(config, "{\"secretId\": \"me\", \"listingDelay\": \"PT0S\"}");
    start("--config", config.toString());
    JsonNode ports = Json.MAPPER.readTree(line());
    assertThat(settings(ports.path("control").asInt())).contains("\"secretId\":\"me\"", "PT0S");

    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void saysWhatIsWrongWithItsOptions() throws Exception {
    start("--port", "1");

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("unknown option --port", "usage:");
  }

  private void start(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(options));
    process = new ProcessBuilder(command).start();
  }

  private String line() throws IOException {
    return new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  private static String settings(int port) throws Exception {
    return new String(
        new java.net.URL("http://127.0.0.1:" + port + "/settings").openStream().readAllBytes(),
        StandardCharsets.UTF_8);
  }
}
