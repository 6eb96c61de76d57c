package org.standardops.rest.event;

import java.nio.charset.StandardCharsets;
import org.standardops.engine.TaskEvent;
import org.standardops.json.JsonCodec;

/** The text of server-sent events. */
final class Frames {

  static final byte[] COMMENT = utf8(": still here\n\n");
  static final byte[] END = utf8("event: END\ndata: {}\n\n");

  private final JsonCodec codec = new JsonCodec();

  /** An id only where a reader may go on after it: not in the middle of a journal row. */
  byte[] of(TaskEvent event) {
    String id = event.seq() > 0 && event.lastOfSeq() ? "id: " + event.seq() + "\n" : "";
    String data = new String(codec.write(EventBody.of(event)), StandardCharsets.UTF_8);
    return utf8(id + "event: " + event.kind() + "\ndata: " + data + "\n\n");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
