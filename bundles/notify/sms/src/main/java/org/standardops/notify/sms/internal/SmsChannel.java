package org.standardops.notify.sms.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.standardops.model.process.Notify;
import org.standardops.notify.Message;
import org.standardops.notify.NotificationChannel;
import org.standardops.notify.SendFailed;
import org.standardops.tencent.cloud.signature.Tc3Signer;

/**
 * Sends short messages by Tencent Cloud. The approved template has one variable, which the whole
 * brief text takes the place of.
 */
@Component
public final class SmsChannel implements NotificationChannel {

  private static final Map<String, Object> NAME =
      Map.of("type", "string", "minLength", 1, "maxLength", 200);
  private static final Map<String, Object> DIGITS =
      Map.of("type", "string", "pattern", "^[0-9]{1,20}$");

  private static final Map<String, Object> SCHEMA =
      Map.of(
          "type",
          "object",
          "required",
          List.of("secretId", "secretKey", "sdkAppId", "signName", "templateId"),
          "additionalProperties",
          false,
          "properties",
          Map.of(
              "secretId",
              NAME,
              "secretKey",
              Map.of("type", "string", "minLength", 1, "maxLength", 200, "format", "secret"),
              "sdkAppId",
              DIGITS,
              "signName",
              NAME,
              "templateId",
              DIGITS,
              "region",
              Map.of("type", "string", "pattern", "^[a-z]{2}-[a-z]{1,40}$"),
              "endpoint",
              Map.of("type", "string", "pattern", "^https?://[^\\s/]+$", "maxLength", 300),
              "language",
              Map.of("enum", List.of("en", "zh-CN"), "default", "en")));

  private final SmsApi api;

  @Activate
  public SmsChannel() {
    this(InstantSource.system());
  }

  SmsChannel(InstantSource clock) {
    api = new SmsApi(clock);
  }

  @Override
  public Notify.Channel channel() {
    return Notify.Channel.SMS;
  }

  @Override
  public Map<String, Object> settingsSchema() {
    return SCHEMA;
  }

  @Override
  public void send(Message message, Map<String, Object> settings) throws SendFailed {
    SmsApi.Account account =
        new SmsApi.Account(
            (String) settings.getOrDefault("endpoint", "https://sms.tencentcloudapi.com"),
            (String) settings.getOrDefault("region", "ap-guangzhou"),
            new Tc3Signer((String) settings.get("secretId"), (String) settings.get("secretKey")));
    api.send(
        account,
        Map.of(
            "PhoneNumberSet",
            List.of(number(message.to())),
            "SmsSdkAppId",
            settings.get("sdkAppId"),
            "SignName",
            settings.get("signName"),
            "TemplateId",
            settings.get("templateId"),
            "TemplateParamSet",
            List.of(message.brief())));
  }

  /** In the form of E.164; a number without a country is one of mainland China. */
  private static String number(String phone) throws SendFailed {
    String digits = phone.replaceAll("[\\s()-]", "");
    if (digits.matches("\\+[0-9]{6,15}")) {
      return digits;
    }
    if (digits.matches("1[0-9]{10}")) {
      return "+86" + digits;
    }
    throw SendFailed.forGood("'" + phone + "' is no phone number such as +8613800000000.");
  }
}
