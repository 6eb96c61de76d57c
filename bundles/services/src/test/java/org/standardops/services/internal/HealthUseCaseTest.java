package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.standardops.engine.Engine;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.HealthService;
import org.standardops.services.SignIn;
import org.standardops.services.fake.FakeBundles;
import org.standardops.services.fake.FakeComponents;
import org.standardops.services.fake.RecordingEngine;
import org.standardops.services.port.FirstAccount;

class HealthUseCaseTest {

  private final RecordingEngine engine = new RecordingEngine();
  private static final Caller ADMIN = new Caller("root", true, false, "", SignIn.BASIC);

  private final FakeBundles bundles = new FakeBundles();

  @Test
  void isReadyOnceEverythingIsThere() {
    assertThat(health(true).ready()).isTrue();
    assertThat(health(true).problems()).isEmpty();
  }

  @Test
  void waitsForTheFirstAccount() {
    assertThat(health(false).ready()).isFalse();
    assertThat(health(false).problems()).hasSize(1);
  }

  @Test
  void waitsForTheAtoms() {
    bundles.setSynced(false);

    assertThat(health(true).ready()).isFalse();
    assertThat(health(true).problems()).hasSize(1);
  }

  @Test
  void tellsTheEnginesProblems() {
    engine.setHealth(new Engine.EngineHealth(false, List.of("It recovers."), 0));

    assertThat(health(true).ready()).isFalse();
    assertThat(health(true).problems()).containsExactly("It recovers.");
  }

  @Test
  void showsMetricsToPlatformAdminsAndTokensMadeForIt() {
    assertThat(useCase(true).metrics(ADMIN)).isNotEmpty();
    assertThat(useCase(true).metrics(new Caller("bob", false, false, "", SignIn.TOKEN, true)))
        .isNotEmpty();
    assertThatThrownBy(
            () -> useCase(true).metrics(new Caller("bob", false, false, "", SignIn.TOKEN)))
        .isInstanceOfSatisfying(
            ProductException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN));
  }

  private HealthService.Health health(boolean accountThere) {
    return useCase(accountThere).health();
  }

  private HealthUseCase useCase(boolean accountThere) {
    return new HealthUseCase(
        engine,
        bundles,
        new FakeComponents(),
        new FirstAccount() {
          @Override
          public boolean isThere() {
            return accountThere;
          }

          @Override
          public void passwordChanged(String account) {}
        },
        new World().businesses);
  }
}
