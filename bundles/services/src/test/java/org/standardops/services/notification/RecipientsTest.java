package org.standardops.services.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.services.notification.Notices.telling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.model.LightAppId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.Notify;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessType;
import org.standardops.model.task.Notice;
import org.standardops.model.task.Notice.Why;
import org.standardops.platform.Person;
import org.standardops.platform.PlatformBusiness;
import org.standardops.services.fake.InMemoryFollowerStore;
import org.standardops.services.fake.InMemoryLightApps;
import org.standardops.services.fake.InMemoryPlatform;
import org.standardops.services.internal.PlatformBusinessStore;
import org.standardops.services.port.DeliveryStore.Address;
import org.standardops.services.port.FollowerRight;
import org.standardops.services.port.LightApp;

class RecipientsTest {

  private static final BusinessId B1 = new BusinessId("b1");
  private static final LightAppId APP = new LightAppId("app");

  private final InMemoryPlatform platform = new InMemoryPlatform();
  private final InMemoryFollowerStore followers = new InMemoryFollowerStore();
  private final InMemoryLightApps apps = new InMemoryLightApps();
  private final Recipients recipients =
      new Recipients(new PlatformBusinessStore(platform, followers), apps);

  @BeforeEach
  void setUp() {
    platform.create(new PlatformBusiness(B1, "One", List.of("admin"), Notices.BEGIN));
    follower("operator", "p1", FollowerRight.OPERATE);
    follower("viewer", "p1", FollowerRight.VIEW);
    follower("elsewhere", "p2", FollowerRight.OPERATE);
  }

  private void follower(String name, String process, FollowerRight right) {
    platform.save(Person.named(name));
    platform.relate(B1, name);
    followers.set(B1, name, Map.of(process, Set.of(right)));
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
  void whoIsNotRelatedAnyMoreIsToldNothing() {
    platform.unrelate(B1, "operator");

    assertThat(people(Notices.of(Why.NODE_UNKNOWN))).containsExactly("admin");
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
  void contactsOfALightAppAreToldWhatGoesWrongAndNeedsSomebody() {
    apps.create(app("joe"));

    assertThat(people(Notices.ofRun(Why.NODE_UNKNOWN, APP)))
        .containsExactly("admin", "operator", "joe");
    assertThat(people(Notices.ofRun(Why.FAILED, APP))).containsExactly("cat", "joe");
    assertThat(people(Notices.ofRun(Why.SUCCEEDED, APP))).containsExactly("cat");
  }

  @Test
  void forALightAppThatIsGoneTheAdminsAreTold() {
    assertThat(people(Notices.ofRun(Why.FAILED, APP))).containsExactly("cat", "admin");
  }

  private static LightApp app(String contact) {
    LightApp.Form form =
        new LightApp.Form(
            "App",
            "",
            "",
            List.of(),
            List.of(),
            List.of("eve"),
            List.of(contact),
            Set.of(),
            true,
            Optional.empty());
    ProcessDefinition process =
        new ProcessDefinition(
            "Process",
            ProcessType.OTHER,
            Optional.empty(),
            Optional.empty(),
            ProcessDefinition.OnTimeout.NOTIFY,
            List.of(),
            List.of());
    LightApp.Frozen frozen =
        new LightApp.Frozen(new TaskId(1), new ProcessId("p1"), 1, process, List.of(), Map.of());
    return new LightApp(APP, B1, form, frozen, "ann", Notices.BEGIN, "ann", Notices.BEGIN, 1);
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
