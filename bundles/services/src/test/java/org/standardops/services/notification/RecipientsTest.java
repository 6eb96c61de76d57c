package org.standardops.services.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.services.notification.Notices.telling;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;
import org.standardops.model.task.Notice.Why;
import org.standardops.services.fake.InMemoryBusinessStore;
import org.standardops.services.port.Business;
import org.standardops.services.port.DeliveryStore.Address;
import org.standardops.services.port.FollowerRight;

class RecipientsTest {

  private final InMemoryBusinessStore businesses = new InMemoryBusinessStore();
  private final Recipients recipients = new Recipients(businesses);

  RecipientsTest() {
    businesses.create(
        new Business(
            new BusinessId("b1"),
            "One",
            List.of("admin"),
            Map.of(
                "operator", Map.of("p1", Set.of(FollowerRight.OPERATE)),
                "viewer", Map.of("p1", Set.of(FollowerRight.VIEW)),
                "elsewhere", Map.of("p2", Set.of(FollowerRight.OPERATE))),
            Notices.BEGIN));
  }

  @Test
  void anEndGoesToPeopleRolesAndStarterEachOnce() {
    Notify notify =
        telling(
            List.of("cat", "admin"),
            List.of(Notify.Role.BUSINESS_ADMIN, Notify.Role.BUSINESS_FOLLOWER),
            true);

    assertThat(people(Notices.of(Why.FAILED, List.of(), notify)))
        .containsExactlyInAnyOrder("cat", "admin", "operator", "viewer", "elsewhere", "bob");
  }

  @Test
  void attentionGoesToWhoeverMayAct() {
    assertThat(people(Notices.of(Why.NODE_UNKNOWN))).containsExactly("admin", "operator");
  }

  @Test
  void aQuestionGoesToThoseItNames() {
    Notice notice =
        Notices.of(Why.NODE_ASKS, List.of("dan"), telling(List.of("cat"), List.of(), false));

    assertThat(people(notice)).containsExactly("dan");
  }

  @Test
  void aTerminationGoesToTheStarterToo() {
    assertThat(people(Notices.of(Why.TERMINATED))).containsExactly("admin", "operator", "bob");
  }

  @Test
  void eachChannelIsADeliveryOfItsOwn() {
    Notify notify =
        new Notify(
            List.of(Notify.On.FAILURE),
            List.of(Notify.Channel.EMAIL, Notify.Channel.SMS, Notify.Channel.EMAIL),
            List.of("cat"),
            List.of(),
            false);

    assertThat(recipients.of(Notices.of(Why.FAILED, List.of(), notify)))
        .containsExactly(
            new Address("cat", Notify.Channel.EMAIL), new Address("cat", Notify.Channel.SMS));
  }

  private List<String> people(Notice notice) {
    return recipients.of(notice).stream().map(Address::person).toList();
  }
}
