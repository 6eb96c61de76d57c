package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;
import static org.standardops.services.internal.Refusals.refusal;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;
import org.standardops.services.Caller;
import org.standardops.services.SignIn;
import org.standardops.services.TokenService;
import org.standardops.services.TokenService.NewToken;
import org.standardops.services.port.TokenScope;

class TokenUseCasesTest {

  private final World world = new World();
  private final TokenService tokens = world.tokenService;

  @Test
  void keepsTheHashAndABeginningToRecogniseTheSecretBy() {
    NewToken made = tokens.create(world.ann, "ci", Optional.empty(), Set.of(TokenScope.READ));

    assertThat(made.secret().text()).startsWith(made.token().prefix()).startsWith("sops_");
    assertThat(world.tokenStore.find(made.secret().hash())).contains(made.token());
    assertThat(made.token().toString()).doesNotContain(made.secret().text());
  }

  @Test
  void showsEachTheOwnOnesNewestFirst() {
    tokens.create(world.ann, "one", Optional.empty(), Set.of(TokenScope.READ));
    NewToken two = tokens.create(world.ann, "two", Optional.empty(), Set.of(TokenScope.READ));

    assertThat(tokens.list(world.ann))
        .extracting(token -> token.name())
        .containsExactly("two", "one");
    assertThat(tokens.list(world.bob)).isEmpty();
    assertThat(refusal(() -> done(() -> tokens.delete(world.bob, two.token().id()))).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    tokens.delete(world.ann, two.token().id());
    assertThat(tokens.list(world.ann)).hasSize(1);
  }

  @Test
  void tellsEveryFault() {
    assertThat(
            faults(
                () -> tokens.create(world.ann, " ", Optional.of(world.clock.instant()), Set.of())))
        .containsExactly(
            tuple("/name", "MISSING"),
            tuple("/expiresAt", "OUT_OF_RANGE"),
            tuple("/scopes", "MISSING"));
    assertThat(
            faults(() -> tokens.create(world.ann, "x", Optional.empty(), Set.of(TokenScope.ADMIN))))
        .containsExactly(tuple("/scopes", "INVALID_VALUE"));
  }

  @Test
  void aTokenMakesNoTokens() {
    Caller byToken = new Caller("ann", false, false, "", SignIn.TOKEN);

    assertThat(
            refusal(() -> tokens.create(byToken, "x", Optional.empty(), Set.of(TokenScope.READ)))
                .code())
        .isEqualTo(ErrorCode.FORBIDDEN);
  }

  @Test
  void hasAnEnd() {
    for (int i = 0; i < TokenService.MOST_TOKENS; i++) {
      tokens.create(world.ann, "t" + i, Optional.empty(), Set.of(TokenScope.READ));
    }

    assertThat(
            refusal(
                    () ->
                        tokens.create(world.ann, "more", Optional.empty(), Set.of(TokenScope.READ)))
                .code())
        .isEqualTo(ErrorCode.STATE_FORBIDS);
  }

  private static Object done(Runnable call) {
    call.run();
    return "done";
  }
}
