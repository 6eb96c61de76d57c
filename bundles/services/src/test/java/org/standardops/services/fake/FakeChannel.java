package org.standardops.services.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.standardops.model.process.Notify;
import org.standardops.notify.Message;
import org.standardops.notify.NotificationChannel;
import org.standardops.notify.SendFailed;

/** E-mail that keeps what it is given, or fails as it is told. */
public final class FakeChannel implements NotificationChannel {

  public final List<Message> sent = new CopyOnWriteArrayList<>();
  public volatile Optional<SendFailed> failure = Optional.empty();
  public volatile Map<String, Object> settings = Map.of();

  @Override
  public Notify.Channel channel() {
    return Notify.Channel.EMAIL;
  }

  @Override
  public Map<String, Object> settingsSchema() {
    return Map.of(
        "type",
        "object",
        "required",
        List.of("host"),
        "additionalProperties",
        false,
        "properties",
        Map.of(
            "host", Map.of("type", "string"),
            "password", Map.of("type", "string", "format", "secret"),
            "language", Map.of("enum", List.of("en", "zh-CN"))));
  }

  @Override
  public void send(Message message, Map<String, Object> with) throws SendFailed {
    settings = with;
    if (failure.isPresent()) {
      throw failure.get();
    }
    sent.add(message);
  }
}
