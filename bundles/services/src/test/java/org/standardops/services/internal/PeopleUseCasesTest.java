package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;
import static org.standardops.services.internal.Refusals.refusal;

import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProcessId;
import org.standardops.services.Caller;
import org.standardops.services.PeopleService.AccountInput;
import org.standardops.services.PeopleService.BusinessRole;
import org.standardops.services.PeopleService.Role;
import org.standardops.services.port.Account;
import org.standardops.services.port.FollowerRight;

class PeopleUseCasesTest {

  private final World world = new World();

  @Test
  void showsAPersonItsRoles() {
    world.follower("eve", new ProcessId("*"), FollowerRight.VIEW);

    assertThat(world.people.me(world.ann).businesses())
        .containsExactly(new BusinessRole(World.B1, "One", Role.BUSINESS_ADMIN));
    assertThat(world.people.me(new Caller("eve", false, false, "")))
        .satisfies(
            me ->
                assertThat(me.businesses())
                    .containsExactly(new BusinessRole(World.B1, "One", Role.BUSINESS_FOLLOWER)));
  }

  @Test
  void changesOnesOwnPasswordAndNeedsNoFurtherChange() {
    world.people.create(
        world.root,
        new AccountInput(
            "new", "", "", "", "", false, Optional.of("first password".toCharArray()), true));

    world.people.changePassword(
        new Caller("new", false, true, ""),
        "first password".toCharArray(),
        "second password".toCharArray());

    assertThat(world.people.get(world.root, "new").account().mustChangePassword()).isFalse();
    assertThat(world.people.get(world.root, "new").account().passwordHash())
        .isEqualTo("plain:second password");
    assertThat(world.passwordChanges).containsExactly("new");
  }

  @Test
  void wantsTheCurrentPasswordAndAnotherOne() {
    assertThat(change("wrong", "long enough")).containsExactly(tuple("/current", "WRONG_PASSWORD"));
    assertThat(change("secret-of-ann", "secret-of-ann"))
        .containsExactly(tuple("/password", "UNCHANGED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "Password1", "ann.anderson"})
  void refusesPasswordsThatAreEasilyGuessed(String password) {
    assertThat(
            refusal(() -> world.people.create(world.root, World.account("Ann.Anderson", password)))
                .faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/password");
              assertThat(fault.message()).doesNotContain(password);
            });
  }

  @Test
  void tellsEveryFaultOfAnAccountAtOnce() {
    assertThat(
            faults(
                () ->
                    world.people.create(
                        world.root,
                        new AccountInput(
                            "a b", "x\ny", "nowhere", "", "", false, Optional.empty(), false))))
        .containsExactly(
            tuple("/name", "INVALID_NAME"),
            tuple("/displayName", "INVALID_VALUE"),
            tuple("/email", "INVALID_VALUE"),
            tuple("/password", "MISSING"));
  }

  @Test
  void takesNoNameTwice() {
    assertThat(
            refusal(() -> world.people.create(world.root, World.account("ann", "long enough")))
                .code())
        .isEqualTo(ErrorCode.ALREADY_EXISTS);
  }

  @Test
  void keepsThePasswordThatIsNotSent() {
    AccountInput input = new AccountInput("ann", "Ann", "", "", "", true, Optional.empty(), false);

    assertThat(world.people.replace(world.root, "ann", 1, input))
        .satisfies(
            view -> {
              assertThat(view.person().displayName()).isEqualTo("Ann");
              Account account = view.account();
              assertThat(account.platformAdmin()).isTrue();
              assertThat(account.passwordHash()).isEqualTo("plain:secret-of-ann");
              assertThat(account.version()).isEqualTo(2);
            });
    assertThat(world.passwordChanges).isEmpty();
  }

  @Test
  void keepsTheLastPlatformAdmin() {
    AccountInput demoted = new AccountInput("root", "", "", "", "", false, Optional.empty(), false);

    assertThat(refusal(() -> world.people.replace(world.root, "root", 1, demoted)).code())
        .isEqualTo(ErrorCode.STATE_FORBIDS);
    assertThat(refusal(() -> world.people.delete(world.root, "root", 1)).code())
        .isEqualTo(ErrorCode.STATE_FORBIDS);

    world.person("second", true);
    world.people.delete(world.root, "root", 1);
    assertThat(world.accounts.find("root")).isEmpty();
  }

  @Test
  void leavesNoRoleBehindForTheNextOfThatName() {
    assertThat(refusal(() -> world.people.delete(world.root, "ann", 1)))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.IN_USE))
        .hasMessageContaining("b1");
  }

  @Test
  void refusesAChangeOfAnOlderState() {
    assertThat(
            refusal(
                    () ->
                        world.people.replace(
                            world.root, "ann", 7, World.account("ann", "long enough")))
                .code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
  }

  private List<Tuple> change(String current, String password) {
    return faults(
        () -> {
          world.people.changePassword(world.ann, current.toCharArray(), password.toCharArray());
          return "done";
        });
  }
}
