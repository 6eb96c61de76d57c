package org.standardops.cdnsandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.standardops.cdnsandbox.http.Json;

/** The settings in force: those of the start, until the control API changes some. */
public final class LiveSettings implements Supplier<Settings> {
  private final Settings initial;
  private final AtomicReference<Settings> current;

  public LiveSettings(Settings initial) {
    this.initial = initial;
    this.current = new AtomicReference<>(initial);
  }

  @Override
  public Settings get() {
    return current.get();
  }

  /**
   * Takes over the named values and keeps the others; an unknown name or a wrong type changes
   * nothing.
   */
  public synchronized Settings change(ObjectNode changes) throws JsonProcessingException {
    ObjectNode merged = Json.MAPPER.valueToTree(current.get());
    Settings changed = Json.read(merged.setAll(changes), Settings.class);
    current.set(changed);
    return changed;
  }

  public void reset() {
    current.set(initial);
  }
}
