package org.standardops.services.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.standardops.model.task.Notice;
import org.standardops.model.task.Notice.Concerned;
import org.standardops.model.task.Notice.Why;
import org.standardops.notify.Message;

class MessageTextTest {

  private static final Concerned PUSH = new Concerned("push", "Push", "Quota of {today} used up.");

  private final MessageText text = new MessageText("https://ops.example.com/");

  @Test
  void saysEverythingThatIsKnown() {
    Message message = message(Notices.of(Why.FAILED, PUSH), Locale.ENGLISH);

    assertThat(message.to()).isEqualTo("ann@example.com");
    assertThat(message.subject()).isEqualTo("[Standard OPS] Failed: Prefetch_1");
    assertThat(message.text())
        .isEqualTo(
            """
            The task Prefetch_1 failed. It goes on when someone retries, skips or resolves what failed.

            Business: One (b1)
            Process: CDN Prefetch
            Task: Prefetch_1 (%s)
            Outcome: Failed
            Failed nodes:
            - Push (push): Quota of {today} used up.
            Started by: Bob (bob)
            Duration: 1 min 5 s
            Open it: %s
            """
                .formatted(Notices.of(Why.FAILED).task(), link()));
  }

  @Test
  void saysItInChinese() {
    Message message = message(Notices.of(Why.FAILED, PUSH), Locale.SIMPLIFIED_CHINESE);

    assertThat(message.subject()).isEqualTo("[标准运维] 执行失败：Prefetch_1");
    assertThat(message.text()).contains("失败的节点：", "执行人：Bob (bob)", "耗时：1 分 5 秒");
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void hasWordsForEachKindInBothLanguages(Why why) {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
      Message message =
          message(
              EnumSet.of(Why.SUCCEEDED, Why.TERMINATED, Why.START_MISSED).contains(why)
                  ? Notices.of(why)
                  : Notices.of(why, PUSH),
              locale);

      assertThat(message.text()).contains("Prefetch_1").doesNotContain("{0}", "{1}");
      assertThat(message.brief()).hasSizeLessThanOrEqualTo(140).endsWith(link());
    }
  }

  @Test
  void aBriefTextKeepsItsLinkAndIsOneLine() {
    Notice notice =
        Notices.of(Why.FAILED, new Concerned("push", "Push", "first\nsecond ".repeat(20)));

    String brief = message(notice, Locale.ENGLISH).brief();

    assertThat(brief).hasSizeLessThanOrEqualTo(140).endsWith("… " + link()).doesNotContain("\n");
  }

  @Test
  void withoutAPublicAddressThereIsNoLink() {
    Message message =
        new MessageText("").of(Notices.of(Why.SUCCEEDED), "a", "One", "bob", Locale.ENGLISH);

    assertThat(message.text()).doesNotContain("Open it", "http");
    assertThat(message.brief()).isEqualTo("The task Prefetch_1 succeeded.");
  }

  private static String link() {
    return "https://ops.example.com/console/tasks/" + Notices.of(Why.FAILED).task();
  }

  private Message message(Notice notice, Locale locale) {
    return text.of(notice, "ann@example.com", "One", "Bob (bob)", locale);
  }
}
