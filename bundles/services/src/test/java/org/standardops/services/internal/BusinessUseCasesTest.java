package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;
import static org.standardops.services.internal.Refusals.refusal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.services.BusinessService.Follower;
import org.standardops.services.Caller;
import org.standardops.services.port.Business;
import org.standardops.services.port.FollowerRight;

class BusinessUseCasesTest {

  private final World world = new World();

  @Test
  void listsAllForThePlatformAdminAndOnesOwnForOthers() {
    assertThat(ids(world.root, 50, Optional.empty())).containsExactlyInAnyOrder("b1", "b2");
    assertThat(ids(world.ann, 50, Optional.empty())).containsExactly("b1");
    assertThat(ids(world.person("eve", false), 50, Optional.empty())).isEmpty();
  }

  @Test
  void pagesThroughOnesOwnBusinesses() {
    world.business.setAdmins(world.root, World.B2, List.of("ann"));

    Page<Business> first = world.business.list(world.ann, new Page.Request(1, Optional.empty()));
    Page<Business> second = world.business.list(world.ann, new Page.Request(1, first.nextCursor()));

    assertThat(first.items()).extracting(Business::id).containsExactly(World.B1);
    assertThat(second.items()).extracting(Business::id).containsExactly(World.B2);
    assertThat(second.nextCursor()).isEmpty();
    assertThat(
            refusal(
                    () ->
                        world.business.list(world.ann, new Page.Request(1, Optional.of("garbage"))))
                .code())
        .isEqualTo(ErrorCode.UNREADABLE);
  }

  @Test
  void tellsEveryFaultOfANewBusiness() {
    assertThat(faults(() -> world.business.create(world.root, new BusinessId("_x"), " ")))
        .containsExactly(tuple("/id", "INVALID_ID"), tuple("/name", "MISSING"));
  }

  @Test
  void takesNoIdTwice() {
    assertThat(refusal(() -> world.business.create(world.root, World.B1, "Again")).code())
        .isEqualTo(ErrorCode.ALREADY_EXISTS);
  }

  @Test
  void takesOnlyAccountsForAdmins() {
    assertThat(
            faults(() -> world.business.setAdmins(world.root, World.B1, List.of("ann", "nobody"))))
        .containsExactly(tuple("/admins/1", "UNKNOWN_PERSON"));
  }

  @Test
  void takesAnAdminsRightsAtOnce() {
    world.business.setAdmins(world.root, World.B1, List.of("bob"));

    assertThat(refusal(() -> world.business.followers(world.ann, World.B1)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(world.business.followers(world.bob, World.B1)).isEmpty();
  }

  @Test
  void includesViewInEveryRight() {
    ProcessId process = world.published();
    world.platform.relate(World.B1, "bob");

    assertThat(
            world.business.setFollower(
                world.ann, World.B1, "bob", Map.of(process.value(), Set.of(FollowerRight.OPERATE))))
        .isEqualTo(
            new Follower(
                "bob",
                Map.of(process.value(), Set.of(FollowerRight.VIEW, FollowerRight.OPERATE)),
                false));
    assertThat(world.business.followers(world.ann, World.B1))
        .extracting(Follower::account)
        .containsExactly("bob");
  }

  @Test
  void grantsRightsOnlyOnProcessesOfTheBusiness() {
    Map<String, Set<FollowerRight>> rights = new LinkedHashMap<>();
    world.platform.relate(World.B1, "bob");
    rights.put("*", Set.of());
    rights.put("nope", Set.of(FollowerRight.VIEW));

    assertThat(faults(() -> world.business.setFollower(world.ann, World.B1, "bob", rights)))
        .containsExactly(
            tuple("/rights/0/may", "MISSING"), tuple("/rights/1/process", "UNKNOWN_PROCESS"));
    assertThat(faults(() -> world.business.setFollower(world.ann, World.B1, "bob", Map.of())))
        .containsExactly(tuple("/rights", "MISSING"));
  }

  @Test
  void removesAFollowerOnce() {
    world.follower("eve", new ProcessId("*"), FollowerRight.VIEW);

    world.business.removeFollower(world.ann, World.B1, "eve");

    assertThat(refusal(() -> world.business.removeFollower(world.ann, World.B1, "eve")).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  private List<String> ids(Caller caller, int limit, Optional<String> cursor) {
    return world.business.list(caller, new Page.Request(limit, cursor)).items().stream()
        .map(business -> business.id().value())
        .toList();
  }
}
