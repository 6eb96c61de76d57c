package org.standardops.itests.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;

/** Waits until a file is there, and tells the version that its own jar was built as. */
public final class GateAtom implements Atom {

  private static final Duration SOON = Duration.ofMillis(50);

  @Override
  public Outcome start(Call call) {
    return new Outcome.Poll(SOON, Map.of("file", call.parameters().text("file", "")), "the gate");
  }

  @Override
  public Outcome poll(Call call, Map<String, Object> handle) throws IOException {
    return Files.exists(Path.of(handle.get("file").toString()))
        ? new Outcome.Succeeded(Map.of("built", built()))
        : new Outcome.Poll(SOON, handle, "the gate");
  }

  private static String built() throws IOException {
    try (InputStream in = GateAtom.class.getResourceAsStream("/built")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
