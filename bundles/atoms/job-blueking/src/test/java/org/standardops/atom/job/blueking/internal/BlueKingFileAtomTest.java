package org.standardops.atom.job.blueking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Atom;
import org.standardops.atom.Outcome;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;

class BlueKingFileAtomTest extends AtomContract {

  private final BlueKingFileAtom atom = new BlueKingFileAtom();

  @Override
  protected Atom atom() {
    return atom;
  }

  @Override
  protected String code() {
    return "job-blueking-file";
  }

  @Test
  void pushesFiles() throws Exception {
    try (FakeJobPlatform platform = new FakeJobPlatform()) {
      Map<String, Object> parameters =
          Map.of(
              "hostIds",
              List.of(101),
              "account",
              "root",
              "folder",
              "/tmp/",
              "files",
              List.of(Map.of("name", "a.txt", "content", "hello world!")));
      assertThat(new AtomRun(atom, code(), platform.call(parameters)).toEnd())
          .isInstanceOf(Outcome.Succeeded.class);
      assertThat(platform.bodies.get(0).fields())
          .containsEntry("file_target_path", "/tmp/")
          .containsEntry("target_server", Map.of("host_id_list", List.of(101)))
          .containsEntry(
              "file_list", List.of(Map.of("file_name", "a.txt", "content", "aGVsbG8gd29ybGQh")));
    }
  }
}
