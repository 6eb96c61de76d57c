package org.standardops.atom.job.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.standardops.atom.job.internal.ssh.Connection;
import org.standardops.atom.job.internal.ssh.SshFailed;

/**
 * What a script of ours answered: one marked line, since the login may print something before it,
 * and bytes after it.
 *
 * @param word the first one after the mark
 * @param rest the line after it
 */
record RemoteAnswer(String word, String rest, Map<String, String> fields, byte[] data) {

  private static final byte[] MARK = "sops-answer ".getBytes(StandardCharsets.UTF_8);
  private static final int BESIDE_DATA = 64 * 1024;

  /**
   * @param most bytes of data that are wanted
   */
  static RemoteAnswer ask(
      Connection connection, String script, List<String> arguments, byte[] input, int most)
      throws SshFailed {
    byte[] output = connection.run(Shell.command(script, arguments), input, most + BESIDE_DATA);
    int begin = 0;
    while (begin < output.length) {
      int end = begin;
      while (end < output.length && output[end] != '\n') {
        end++;
      }
      if (startsWithMark(output, begin, end)) {
        String line =
            new String(
                output, begin + MARK.length, end - begin - MARK.length, StandardCharsets.UTF_8);
        byte[] data = Arrays.copyOfRange(output, Math.min(end + 1, output.length), output.length);
        return parse(line, data);
      }
      begin = end + 1;
    }
    throw new SshFailed(
        SshFailed.Reason.NO_ANSWER,
        "The host ran the command and said nothing that can be understood: its user needs a POSIX shell.");
  }

  private static boolean startsWithMark(byte[] output, int begin, int end) {
    return end - begin >= MARK.length
        && Arrays.equals(output, begin, begin + MARK.length, MARK, 0, MARK.length);
  }

  private static RemoteAnswer parse(String line, byte[] data) {
    String[] words = line.strip().split(" ");
    Map<String, String> fields = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        fields.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return new RemoteAnswer(
        words[0], line.strip().substring(words[0].length()).strip(), fields, data);
  }

  String text(String field) {
    return fields.getOrDefault(field, "");
  }

  boolean flag(String field) {
    return text(field).equals("yes");
  }

  long number(String field) {
    return text(field).matches("\\d{1,18}") ? Long.parseLong(text(field)) : 0;
  }

  SshFailed unexpected() {
    return new SshFailed(
        SshFailed.Reason.NO_ANSWER, "The host answered '" + word + " " + rest + "'.");
  }
}
