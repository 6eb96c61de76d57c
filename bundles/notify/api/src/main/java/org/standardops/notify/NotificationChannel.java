package org.standardops.notify;

import java.util.Map;
import org.standardops.model.process.Notify;

/**
 * A way to people outside of the server, such as e-mail. Given as an OSGi service; there is at most
 * one for each {@link Notify.Channel}. Thread-safe.
 */
public interface NotificationChannel {

  /** How processes name it. */
  Notify.Channel channel();

  /**
   * JSON Schema (draft 2020-12) of the settings, an object. A text that must not be shown has
   * {@code "format": "secret"}. A channel may have {@code "language"} ({@code en}, {@code zh-CN}):
   * the server writes messages in it.
   */
  Map<String, Object> settingsSchema();

  /**
   * Takes one message to one person, or fails; returns within a minute. The same message may come
   * again where the server cannot know that it was sent.
   *
   * @param settings fit the schema
   * @throws SendFailed where the platform did not take it
   */
  void send(Message message, Map<String, Object> settings) throws SendFailed;
}
