package org.standardops.persistence.internal.lightapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.persistence.internal.lightapp.Apps.app;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.standardops.model.LightAppId;
import org.standardops.model.ProcessId;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.Pages;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.DesktopChanges.Change;
import org.standardops.services.port.DesktopChanges.Kind;
import org.standardops.services.port.LightApp;

abstract class LightAppStoreContract extends DatabaseContract {

  private static final LightAppId ID = new LightAppId("l1");

  private final JpaLightAppStore store;
  private final JpaDesktopChanges changes;

  LightAppStoreContract(TestDatabase on) {
    super(on);
    store = new JpaLightAppStore(on.tx());
    changes = new JpaDesktopChanges(on.tx());
  }

  private static LightApp with(LightApp app, LightApp.Form form, long version) {
    return new LightApp(
        app.id(),
        app.business(),
        form,
        app.frozen(),
        app.createdBy(),
        app.createdAt(),
        "eve",
        app.updatedAt().plusSeconds(1),
        version);
  }

  @Test
  void keepsAllOfAnApp() {
    assertThat(store.create(app("l1", "eve"))).isTrue();

    assertThat(store.find(ID)).contains(app("l1", "eve"));
    assertThat(store.usedBy(Apps.PROCESS)).containsExactly(app("l1", "eve"));
    assertThat(store.usedBy(new ProcessId("other"))).isEmpty();
  }

  @Test
  void anIdIsTakenOnce() {
    store.create(app("l1", "eve"));

    assertThat(store.create(app("l1", "kim"))).isFalse();
    assertThat(store.find(ID)).contains(app("l1", "eve"));
  }

  @Test
  void isReplacedOnlyWhereTheVersionIsStillTheSame() {
    store.create(app("l1", "eve"));
    LightApp changed = with(app("l1"), Apps.form("kim"), 1);

    assertThat(store.replace(changed)).contains(with(app("l1"), Apps.form("kim"), 2));
    assertThat(store.replace(changed)).isEmpty();
    assertThat(store.find(ID)).contains(with(app("l1"), Apps.form("kim"), 2));
  }

  @Test
  void isFoundByItsPeopleOfToday() {
    store.create(app("l1", "eve", "kim"));
    store.create(app("l2", "eve"));
    store.replace(with(app("l1"), Apps.form("kim"), 1));

    assertThat(store.of("eve")).extracting(LightApp::id).containsExactly(new LightAppId("l2"));
    assertThat(store.of("kim")).extracting(LightApp::id).containsExactly(ID);
  }

  @Test
  void isListedPageByPage() {
    for (String id : List.of("l1", "l2", "l3")) {
      store.create(app(id));
    }

    assertThat(Pages.all(2, page -> store.list(Apps.GAMES, page), () -> {}))
        .extracting(app -> app.id().value())
        .containsExactly("l3", "l2", "l1");
  }

  @Test
  void isDeletedOnlyWhereTheVersionIsStillTheSame() {
    store.create(app("l1", "eve"));

    assertThat(store.delete(ID, 9)).isFalse();
    assertThat(store.delete(ID, 1)).isTrue();
    assertThat(store.find(ID)).isEmpty();
    assertThat(store.of("eve")).isEmpty();
  }

  @Test
  void notesOneChangeForTheDesktop() {
    store.create(app("l1", "eve"));
    Change published = new Change(ID, Kind.PUBLISH, 1);
    assertThat(changes.pending(10)).containsExactly(published);

    store.replace(with(app("l1"), Apps.form("kim"), 1));
    Change stillNew = new Change(ID, Kind.PUBLISH, 2);
    assertThat(changes.pending(10)).containsExactly(stillNew);

    changes.told(published);
    assertThat(changes.pending(10)).containsExactly(stillNew);

    changes.told(stillNew);
    store.delete(ID, 2);
    assertThat(changes.pending(10)).containsExactly(new Change(ID, Kind.REMOVE, 3));
  }
}
