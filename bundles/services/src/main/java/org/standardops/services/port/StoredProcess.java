package org.standardops.services.port;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.process.ProcessDefinition;

/**
 * A process as it is kept.
 *
 * @param revision of the definition in hand; 0 where only a draft was ever saved
 * @param publishedRevision empty: none yet
 * @param definition the published one, or the draft where that was asked for
 * @param majors major version of each node's atom at the save, by node id; nodes of unknown atoms
 *     are missing
 * @param version counts changes of any kind; the ETag
 */
public record StoredProcess(
    ProcessId id,
    BusinessId business,
    int revision,
    Optional<Integer> publishedRevision,
    ProcessDefinition definition,
    Map<String, Integer> majors,
    boolean draft,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt,
    long version) {

  public StoredProcess {
    majors = Map.copyOf(majors);
  }
}
