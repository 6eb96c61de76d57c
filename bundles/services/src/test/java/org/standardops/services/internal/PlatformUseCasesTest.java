package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;
import static org.standardops.services.internal.Refusals.refusal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.HostKeys;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProcessId;
import org.standardops.platform.Host;
import org.standardops.platform.Person;
import org.standardops.services.BusinessService.Follower;
import org.standardops.services.Caller;
import org.standardops.services.port.FollowerRight;

class PlatformUseCasesTest {

  private static final Map<String, Set<FollowerRight>> ALL =
      Map.of("*", Set.of(FollowerRight.VIEW));

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKgh0aXOUvEAwYCSSXvGJcvM4Z4UAuT6mBwkUxIgbQzf";
  private static final String OTHER_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0aXOUvEAwYCSSXvGJcvM4Z4UAuT6mBwkUxIgbQzfAA";

  private final World world = new World();

  @Test
  void findsRelatedPeopleByNameAndDisplayName() {
    world.platform.save(new Person("eve", "Evelyn 伊芙", "", "", ""));
    world.platform.save(new Person("zoe", "Zoe", "", "", ""));
    world.platform.relate(World.B1, "eve");

    assertThat(world.platformService.people(world.ann, World.B1, " 伊芙"))
        .extracting(Person::name)
        .containsExactly("eve");
    assertThat(world.platformService.people(world.ann, World.B1, "ZOE")).isEmpty();
  }

  @Test
  void followerMustBeRelated() {
    world.person("eve", false);

    assertThat(faults(() -> world.business.setFollower(world.ann, World.B1, "eve", ALL)))
        .containsExactly(tuple("/user", "NOT_RELATED"));

    world.platformService.relate(world.root, World.B1, "eve");
    assertThat(world.business.setFollower(world.ann, World.B1, "eve", ALL))
        .isEqualTo(new Follower("eve", ALL, false));
  }

  @Test
  void rightsRestWhileAFollowerIsNotRelatedAndReviveOnReturn() {
    Caller eve = world.follower("eve", new ProcessId("*"), FollowerRight.VIEW);
    ProcessId process = world.published();

    world.platformService.unrelate(world.root, World.B1, "eve");

    assertThat(refusal(() -> world.processes.get(eve, process, false)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(world.people.me(eve).businesses()).isEmpty();
    assertThat(world.business.followers(world.ann, World.B1))
        .containsExactly(new Follower("eve", ALL, true));

    world.platformService.relate(world.root, World.B1, "eve");

    assertThat(world.processes.get(eve, process, false)).isNotNull();
    assertThat(world.business.followers(world.ann, World.B1))
        .containsExactly(new Follower("eve", ALL, false));
  }

  @Test
  void whoIsUnrelatedIsNoAdminAnyMore() {
    world.platformService.unrelate(world.root, World.B1, "ann");

    assertThat(refusal(() -> world.business.followers(world.ann, World.B1)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void suspendedGrantKeepsItsAccount() {
    world.follower("eve", new ProcessId("*"), FollowerRight.VIEW);
    world.platformService.unrelate(world.root, World.B1, "eve");

    assertThat(refusal(() -> done(() -> world.people.delete(world.root, "eve", 1))).code())
        .isEqualTo(ErrorCode.IN_USE);
  }

  @Test
  void relatesNobodyUnknown() {
    assertThat(refusal(() -> world.platformService.relate(world.root, World.B1, "nobody")).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void findsHostsByPartAndGroup() {
    Host web = host("10.0.0.1", 22, "web-1", "web");
    Host db = host("10.0.0.2", 22, "db-1", "db");
    world.platformService.setHosts(world.root, World.B1, List.of(web, db));

    assertThat(world.platformService.hosts(world.ann, World.B1, "", "")).containsExactly(web, db);
    assertThat(world.platformService.hosts(world.ann, World.B1, "DB-", "")).containsExactly(db);
    assertThat(world.platformService.hosts(world.ann, World.B1, "", "web")).containsExactly(web);
  }

  @Test
  void tellsEveryFaultOfTheHosts() {
    List<Host> hosts = List.of(host("a b", 0, "x\ny", ""), host("a", 22, "a"), host("A", 22, "b"));

    assertThat(faults(() -> world.platformService.setHosts(world.root, World.B1, hosts)))
        .containsExactly(
            tuple("/hosts/0/host", "INVALID_VALUE"),
            tuple("/hosts/0/port", "OUT_OF_RANGE"),
            tuple("/hosts/0/name", "INVALID_VALUE"),
            tuple("/hosts/0/groups/0", "MISSING"),
            tuple("/hosts/2", "DUPLICATE"));
  }

  @Test
  void keepsHostKeysUntilTheyAreChangedOrForgotten() {
    Host web = host("10.0.0.1", 22, "web-1");
    world.hostKeys.remember(World.B1, new HostKeys.Server("10.0.0.1", 22), KEY);

    assertThat(world.platformService.setHosts(world.root, World.B1, List.of(web)))
        .containsExactly(web.withHostKey(Optional.of(KEY)));

    Host changed = web.withHostKey(Optional.of(OTHER_KEY + " root@web-1"));
    world.platformService.setHosts(world.root, World.B1, List.of(changed));
    assertThat(world.platformService.hosts(world.ann, World.B1, "", ""))
        .containsExactly(web.withHostKey(Optional.of(OTHER_KEY)));

    Host forgotten = web.withHostKey(Optional.of("ACCEPT_NEW"));
    assertThat(world.platformService.setHosts(world.root, World.B1, List.of(forgotten)))
        .containsExactly(web);
  }

  @Test
  void refusesWhatIsNoHostKey() {
    for (String key : List.of("AAAA", "ssh-ed25519 AAAA", KEY.replace("ed25519", "rsa"))) {
      Host web = host("10.0.0.1", 22, "web-1").withHostKey(Optional.of(key));
      assertThat(faults(() -> world.platformService.setHosts(world.root, World.B1, List.of(web))))
          .containsExactly(tuple("/hosts/0/hostKey", "INVALID_VALUE"));
    }
  }

  @Test
  void changesNothingThatAnotherSystemKeeps() {
    world.platform.changedElsewhere();

    assertThat(refusal(() -> world.platformService.relate(world.root, World.B1, "bob")).code())
        .isEqualTo(ErrorCode.STATE_FORBIDS);
    assertThat(refusal(() -> world.business.setAdmins(world.root, World.B1, List.of("bob"))).code())
        .isEqualTo(ErrorCode.STATE_FORBIDS);
  }

  private static Host host(String address, int port, String name, String... groups) {
    return new Host(address, port, name, List.of(groups), "", Optional.empty());
  }

  private static Object done(Runnable call) {
    call.run();
    return "done";
  }
}
