package org.standardops.notify.wechat.internal;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.standardops.model.process.Notify;
import org.standardops.notify.Message;
import org.standardops.notify.NotificationChannel;
import org.standardops.notify.SendFailed;

/**
 * Sends by WeCom: as a message of an application where one is set up, else by a group's robot,
 * which mentions the person.
 */
@Component
public final class WechatChannel implements NotificationChannel {

  /** What WeCom takes as a text, in bytes. */
  private static final int LONGEST_TEXT = 2048;

  private static final Map<String, Object> NAME =
      Map.of("type", "string", "minLength", 1, "maxLength", 200);
  private static final Map<String, Object> SECRET =
      Map.of("type", "string", "minLength", 1, "maxLength", 200, "format", "secret");

  private static final Map<String, Object> SCHEMA =
      Map.of(
          "type",
          "object",
          "additionalProperties",
          false,
          "anyOf",
          List.of(
              Map.of("required", List.of("corpId", "agentId", "corpSecret")),
              Map.of("required", List.of("robotKey"))),
          "properties",
          Map.of(
              "corpId",
              NAME,
              "agentId",
              Map.of("type", "integer", "minimum", 1),
              "corpSecret",
              SECRET,
              "robotKey",
              SECRET,
              "endpoint",
              Map.of("type", "string", "pattern", "^https?://[^\\s/]+$", "maxLength", 300),
              "language",
              Map.of("enum", List.of("en", "zh-CN"), "default", "en")));

  private final WecomApi api;

  @Activate
  public WechatChannel() {
    this(InstantSource.system());
  }

  WechatChannel(InstantSource clock) {
    api = new WecomApi(clock);
  }

  @Override
  public Notify.Channel channel() {
    return Notify.Channel.WECHAT;
  }

  @Override
  public Map<String, Object> settingsSchema() {
    return SCHEMA;
  }

  @Override
  public void send(Message message, Map<String, Object> settings) throws SendFailed {
    String endpoint = (String) settings.getOrDefault("endpoint", "https://qyapi.weixin.qq.com");
    boolean fits = message.text().getBytes(StandardCharsets.UTF_8).length <= LONGEST_TEXT;
    String text = fits ? message.text() : message.brief();
    if (settings.containsKey("corpSecret")) {
      WecomApi.Application application =
          new WecomApi.Application(
              endpoint,
              (String) settings.get("corpId"),
              ((Number) settings.get("agentId")).longValue(),
              (String) settings.get("corpSecret"));
      api.send(application, message.to(), text);
    } else {
      api.sendByRobot(endpoint, (String) settings.get("robotKey"), message.to(), text);
    }
  }
}
