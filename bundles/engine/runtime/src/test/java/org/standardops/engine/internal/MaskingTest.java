package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskingTest {

  private static final String SECRET = "p\"a/s s\\wörd+1";

  private static String masked(String text) {
    Masking masking = new Masking();
    masking.add(SECRET);
    return masking.mask(text);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void hidesTheSecretAsItIs() {
    assertThat(masked("<" + SECRET + ">")).isEqualTo("<******>");
  }

  @Test
  void hidesItEscapedInJson() {
    assertThat(masked("{\"a\":\"p\\\"a/s s\\\\wörd+1\"}")).isEqualTo("{\"a\":\"******\"}");
  }

  @Test
  void hidesItInUrlsWithEitherSpaceAndEitherCase() {
    String inForm = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);

    assertThat(masked("?a=" + inForm)).isEqualTo("?a=******");
    assertThat(masked("?a=" + inForm.replace("+", "%20"))).isEqualTo("?a=******");
    assertThat(
            masked(
                "?a="
                    + inForm
                        .replace("%2F", "%2f")
                        .replace("%5C", "%5c")
                        .replace("%C3%B6", "%c3%b6")
                        .replace("%2B", "%2b")))
        .isEqualTo("?a=******");
  }

  @Test
  void hidesItInBase64WhereverItStands() {
    String alone = base64(SECRET);
    assertThat(masked("Basic " + alone)).isEqualTo("Basic ******");
    for (String user : List.of("", "a", "ab", "abc", "abcd")) {
      String shown = masked(base64(user + ":" + SECRET + "?"));
      String known = base64(user + ":");

      assertThat(shown).as(user).contains("******").hasSizeLessThan(known.length() + 12);
    }
  }

  @Test
  void hidesItInEveryPlaceOfAnObject() {
    Masking masking = new Masking();
    masking.add("12345678");
    Map<String, Object> object = new HashMap<>();
    object.put("number", 12345678);
    object.put("other", 12);
    object.put("list", Arrays.asList(null, true, "id 12345678"));
    object.put("x12345678", Map.of("in", "12345678"));

    Map<String, Object> expected = new HashMap<>();
    expected.put("number", "******");
    expected.put("other", 12);
    expected.put("list", Arrays.asList(null, true, "id ******"));
    expected.put("x******", Map.of("in", "******"));
    assertThat(masking.mask(object)).isEqualTo(expected);
  }

  @Test
  void leavesIdsThatAnAtomRemembersWhereAShortSecretMeetsThemByChance() {
    Masking masking = new Masking();
    masking.add("1234");

    assertThat(masking.maskLong(Map.of("job", "j-12345"))).isEqualTo(Map.of("job", "j-12345"));
    assertThat(masking.mask(Map.of("job", "j-12345"))).isEqualTo(Map.of("job", "j-******5"));
  }

  @Test
  void hidesEachLineOfAKey() {
    Masking masking = new Masking();
    masking.add("-----BEGIN KEY-----\nMIIEvQIBADANBgkq\n-----END KEY-----\n");

    assertThat(masking.mask("read MIIEvQIBADANBgkq")).isEqualTo("read ******");
  }
}
