package org.standardops.atom.approval.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.standardops.atom.Param;

/** What is asked, of whom, and until when. */
record ApprovalParameters(
    @Param(
            title = "Question",
            titleZh = "问题",
            help = "What is to be approved, in words that those who are asked understand.",
            helpZh = "需要审批的内容，请使用审批人能看懂的文字。",
            minSize = 1,
            maxSize = 2000,
            examples = "Release version 2.4 to all regions?")
        String question,
    @Param(
            title = "People",
            titleZh = "审批人",
            help =
                "Names of those who may answer; one answer is enough. Left out: whoever may operate"
                    + " the task. For several approvals, put several nodes into a parallel step.",
            helpZh = "可以审批的人员，任意一人答复即可；不填表示所有可操作该任务的人。需要多人审批时，请在并行步骤中放置多个节点。",
            maxSize = 100)
        List<String> people,
    @Param(
            title = "Deadline",
            titleZh = "期限",
            help = "How long to wait for the answer; then the node fails. Left out: for ever.",
            helpZh = "等待答复的最长时间，超过后节点失败；不填表示一直等待。",
            examples = "P1D")
        Optional<Duration> deadline) {

  private static final Duration LONGEST = Duration.ofDays(366);

  ApprovalParameters {
    if (people.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("The name of somebody in 'people' is empty.");
    }
    if (deadline.filter(limit -> limit.isNegative() || limit.isZero()).isPresent()) {
      throw new IllegalArgumentException("The deadline must be longer than nothing.");
    }
    if (deadline.filter(limit -> limit.compareTo(LONGEST) > 0).isPresent()) {
      throw new IllegalArgumentException("The deadline must not be longer than P366D.");
    }
  }
}
