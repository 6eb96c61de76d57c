package org.standardops.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private final Sentences sentences =
      new Sentences(
          Map.of(
              "Nothing here.", "这里没有。",
              "The task {0}", "任务 {0}",
              "{0} is gone.", "{0*}没有了。",
              "'{0}' needs '{1}'.", "“{1}”是“{0}”需要的。",
              "'{0}' needs '{1}' or '{2}'.", "“{0}”需要“{1}”或“{2}”。"));

  @Test
  void findsAWholeSentence() {
    assertThat(sentences.translate("Nothing here.")).contains("这里没有。");
  }

  @Test
  void putsWhatStoodInTheEnglishSentenceInItsPlace() {
    assertThat(sentences.translate("'a' needs 'b$1'.")).contains("“b$1”是“a”需要的。");
    assertThat(sentences.translate("'a' needs 'b' or 'c'.")).contains("“a”需要“b”或“c”。");
  }

  @Test
  void saysWhatStandsInAPlaceInTheOtherLanguageWhereTheCatalogueAsksForIt() {
    assertThat(sentences.translate("The task 7 is gone.")).contains("任务 7没有了。");
    assertThat(sentences.translate("'The task 7' needs 'x'.")).contains("“x”是“The task 7”需要的。");
  }

  @Test
  void hasNothingForAnUnknownSentence() {
    assertThat(sentences.translate("'a' needs")).isEmpty();
    assertThat(sentences.translate("Is gone")).isEmpty();
    assertThat(sentences.translate("")).isEmpty();
  }

  @Test
  void aPlaceThatTheEnglishSentenceLacksIsAFaultOfTheCatalogue() {
    assertThatThrownBy(() -> new Sentences(Map.of("a {0}", "{1}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theCatalogueHasWhatTheProductSays() {
    Sentences chinese = Sentences.load(Language.ZH_CN);

    assertThat(
            chinese.translate(
                "The task 12: this needs the right OPERATE, and you are not allowed to start task."))
        .contains("任务 12：需要OPERATE 权限，您无权开始执行任务。");
    assertThat(
            chinese.translate("No parameter uses ${urls}: put it in one, or remove the variable."))
        .contains("没有参数使用 ${urls}：请在参数中使用，或删除该变量。");
    assertThat(chinese.translate("The body is no JSON at line 1, column 2: broken"))
        .contains("请求体不是 JSON（第 1 行第 2 列）：broken");
  }
}
