package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.model.LightAppId;
import org.standardops.services.port.Desktop;
import org.standardops.services.port.DesktopChanges;

class DesktopNewsTest {

  private static final LightAppId GONE = new LightAppId("gone");

  private final World world = new World();
  private final LightAppId app =
      world
          .lightApps
          .create(
              world.ann, world.succeeded(world.published()), World.form("ann"), Optional.empty())
          .app()
          .id();
  private final Pending pending = new Pending();
  private final Told told = new Told();
  private final DesktopNews news = new DesktopNews(told, pending, world.lightAppStore);

  private static final class Pending implements DesktopChanges {
    final List<Change> all = new ArrayList<>();

    @Override
    public List<Change> pending(int limit) {
      return List.copyOf(all);
    }

    @Override
    public void told(Change change) {
      all.remove(change);
    }
  }

  private static final class Told implements Desktop {
    final List<String> calls = new ArrayList<>();
    boolean away;

    @Override
    public void publish(Entry entry) {
      take("publish " + entry.name() + " for " + entry.people());
    }

    @Override
    public void update(Entry entry) {
      take("update " + entry.link());
    }

    @Override
    public void remove(LightAppId app) {
      take("remove " + app);
    }

    private void take(String call) {
      if (away) {
        throw new IllegalStateException("The desktop is away.");
      }
      calls.add(call);
    }
  }

  private void change(LightAppId of, DesktopChanges.Kind kind) {
    pending.all.add(new DesktopChanges.Change(of, kind, 1));
  }

  @Test
  void tellsEachChangeOnce() {
    change(app, DesktopChanges.Kind.PUBLISH);
    change(app, DesktopChanges.Kind.UPDATE);
    change(GONE, DesktopChanges.Kind.REMOVE);

    news.tell();
    news.tell();

    assertThat(told.calls)
        .containsExactly("publish Prefetch for [ann]", "update /desktop/" + app, "remove " + GONE);
  }

  @Test
  void tellsAgainWhatFailed() {
    change(app, DesktopChanges.Kind.PUBLISH);
    told.away = true;
    news.tell();
    assertThat(pending.all).hasSize(1);

    told.away = false;
    news.tell();

    assertThat(told.calls).hasSize(1);
    assertThat(pending.all).isEmpty();
  }

  @Test
  void removesWhatIsNoLongerThere() {
    change(GONE, DesktopChanges.Kind.UPDATE);

    news.tell();

    assertThat(told.calls).containsExactly("remove " + GONE);
  }
}
