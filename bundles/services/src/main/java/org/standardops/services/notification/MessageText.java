package org.standardops.services.notification;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.standardops.model.task.Notice;
import org.standardops.model.task.Notice.Concerned;
import org.standardops.notify.Message;

/** Puts a notice into words. */
public final class MessageText {

  /** A brief text this short says too little to need its link. */
  private static final int SHORTEST_BRIEF = 30;

  private final String publicUrl;

  /**
   * @param publicUrl how people reach the server; empty: messages have no link
   */
  public MessageText(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /**
   * The message to one person.
   *
   * @param business its name
   * @param starter how the person who started the task is called
   */
  public Message of(Notice notice, String to, String business, String starter, Locale locale) {
    Words words = new Words(locale);
    String outcome = words.of("outcome." + notice.why());
    String headline =
        words.of("headline." + notice.why(), notice.taskName(), notice.by().orElse(""));
    Optional<String> link = link(notice);
    StringBuilder text = new StringBuilder(headline).append("\n\n");
    line(text, words, "business", business + " (" + notice.business() + ")");
    line(text, words, "process", notice.processName());
    line(text, words, "task", notice.taskName() + " (" + notice.task() + ")");
    line(text, words, "outcome", outcome);
    nodes(text, words, notice);
    line(text, words, "starter", starter);
    notice
        .startedAt()
        .ifPresent(
            at -> line(text, words, "duration", words.duration(Duration.between(at, notice.at()))));
    link.ifPresent(url -> line(text, words, "link", url));
    return new Message(
        to,
        oneLine(words.of("subject", outcome, notice.taskName())),
        text.toString(),
        brief(headline, notice.nodes(), link));
  }

  /** What "send a test message" sends. */
  public Message test(String to, Locale locale) {
    Words words = new Words(locale);
    String text = words.of("test.text");
    return new Message(
        to,
        words.of("test.subject"),
        publicUrl.isEmpty() ? text : text + "\n" + publicUrl,
        cut(text, Message.LONGEST_BRIEF));
  }

  private Optional<String> link(Notice notice) {
    return publicUrl.isEmpty()
        ? Optional.empty()
        : Optional.of(publicUrl.replaceAll("/+$", "") + "/console/tasks/" + notice.task());
  }

  private static void nodes(StringBuilder text, Words words, Notice notice) {
    if (!notice.nodes().isEmpty()) {
      text.append(words.of("nodes." + notice.why())).append('\n');
      for (Concerned node : notice.nodes()) {
        text.append("- ").append(node.name()).append(" (").append(node.id()).append(')');
        text.append(node.reason().isEmpty() ? "" : ": " + node.reason()).append('\n');
      }
    }
  }

  private static void line(StringBuilder text, Words words, String label, String value) {
    text.append(words.of("line", words.of("label." + label), value)).append('\n');
  }

  private static String brief(String headline, List<Concerned> nodes, Optional<String> link) {
    String what =
        nodes.stream()
            .map(node -> node.name() + (node.reason().isEmpty() ? "" : ": " + node.reason()))
            .collect(Collectors.joining("; "));
    String text = oneLine(what.isEmpty() ? headline : headline + " " + what);
    int room = Message.LONGEST_BRIEF - link.map(url -> url.length() + 1).orElse(0);
    return room < SHORTEST_BRIEF || link.isEmpty()
        ? cut(text, Message.LONGEST_BRIEF)
        : cut(text, room) + " " + link.get();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** The words of one language. */
  private record Words(ResourceBundle bundle) {

    Words(Locale locale) {
      this(
          ResourceBundle.getBundle(
              "org.standardops.services.notification.words",
              locale,
              MessageText.class.getClassLoader(),
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String of(String key, Object... values) {
      return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }

    String duration(Duration duration) {
      if (duration.toHours() > 0) {
        return of("duration.hours", duration.toHours(), duration.toMinutesPart());
      }
      return duration.toMinutes() > 0
          ? of("duration.minutes", duration.toMinutes(), duration.toSecondsPart())
          : of("duration.seconds", duration.toSeconds());
    }
  }
}
