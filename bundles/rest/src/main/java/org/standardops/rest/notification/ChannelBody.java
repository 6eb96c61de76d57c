package org.standardops.rest.notification;

import java.util.Locale;
import java.util.Map;
import org.standardops.services.NotificationService.ChannelView;

/** A channel as it is answered. */
public record ChannelBody(
    String channel,
    boolean installed,
    boolean enabled,
    Map<String, Object> settings,
    Map<String, Object> schema) {

  static ChannelBody of(ChannelView view) {
    return new ChannelBody(
        view.channel().name().toLowerCase(Locale.ROOT),
        view.installed(),
        view.enabled(),
        view.settings(),
        view.schema());
  }
}
