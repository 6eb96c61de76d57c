package org.standardops.atom;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All that an atom gets for one call, and its only ways out. Valid on the calling thread until the
 * method returns.
 */
@ProviderType
public interface Call {

  /** The parameters, variables replaced and checked against the schema. */
  Parameters parameters();

  /**
   * Names the intent (task, node, intent number): the same over crash, time-out and automatic
   * retry, a new one after the outside was surely not touched or a person retried. At most 64
   * characters of {@code [A-Za-z0-9-]}. Give it to the outside wherever that takes an idempotency
   * key or a name to look up.
   */
  String intentKey();

  /** 1 for the first try of the node, counting up for ever. */
  int attempt();

  /**
   * When this attempt was committed to start: no call of this attempt reached the outside before
   * it.
   */
  Instant attemptStartedAt();

  /**
   * When the first attempt with this {@link #intentKey()} was committed to start: nothing that was
   * done for the intent reached the outside before it. Earlier than {@link #attemptStartedAt()}
   * where an automatic retry follows an attempt that may have touched the outside.
   */
  default Instant intentStartedAt() {
    return attemptStartedAt();
  }

  /** When the attempt times out by the node's policy; empty: never. */
  Optional<Instant> deadline();

  /**
   * True where an earlier call for the same input may have begun and its answer is lost: an atom
   * that changes the outside must look before it acts.
   */
  boolean recovering();

  /**
   * True once the task was terminated, the node stopped, or the deadline passed: return soon. Safe
   * to ask often.
   */
  boolean cancelled();

  /** The name of the business, task and node, for messages and names in the outside. */
  Origin origin();

  /** The node's log, for people. */
  Log log();

  /**
   * Shows how far the work is. Volatile: not kept over a crash, at most one a second reaches
   * readers.
   *
   * @param done 0.0 to 1.0
   */
  void progress(double done);

  /**
   * Makes the handle durable before the call returns; for work whose handle is known before the
   * answer is complete. When this returns, a crash leads to {@link Atom#poll} with this handle.
   *
   * @throws IllegalStateException when the attempt has ended meanwhile
   */
  void saveHandle(Map<String, Object> handle);

  /**
   * What {@link #saveCheckpoint} kept last for this node: given back after a crash, after each
   * retry, whoever asked for it, and in every later call. Empty: nothing was kept. A retry may have
   * other parameters: keep beside the results what they belong to.
   */
  Map<String, Object> checkpoint();

  /**
   * Keeps how far the node has come, such as the hosts that are done: durable when this returns. It
   * takes the place of the checkpoint before, and is forgotten once the node has succeeded or was
   * skipped.
   *
   * @param checkpoint a JSON object of at most 256 KiB when written
   * @throws IllegalArgumentException where it is larger, or no JSON
   * @throws IllegalStateException when the attempt has ended meanwhile
   */
  void saveCheckpoint(Map<String, Object> checkpoint);

  /**
   * The hosts of the business that this task belongs to, and no others.
   *
   * @throws IllegalStateException while the configuration platform is away
   */
  List<Host> hosts();

  /**
   * The secret to sign in to a host with, such as a password or a private key; masked in whatever
   * this call tells.
   *
   * @param host one of {@link #hosts()}
   * @return empty where the host names none, or the business has no secret of that name
   * @throws IllegalArgumentException for any other host
   */
  Optional<String> credential(Host host);

  /**
   * The public key that an SSH server of this business is known by, in the form {@code ssh-ed25519
   * AAAA…}: set by a platform admin, or remembered before. Safe from threads of the atom until the
   * call returns, as is {@link #rememberHostKey}.
   *
   * @param host name or address
   * @return empty where none is known
   */
  Optional<String> hostKey(String host, int port);

  /**
   * Remembers the key of a server that was seen for the first time. One that is known stays: only a
   * platform admin changes it. Durable when this returns.
   *
   * @return the key that is known now; another one than given where that was seen first
   */
  String rememberHostKey(String host, int port, String key);

  /**
   * The URL at which an outside system may answer this attempt once; unguessable, a secret in
   * itself. Use with {@link Outcome.AwaitCallback}.
   */
  URI callbackUrl();

  /** HTTP to the outside: guarded destinations, time and size limits, idempotency key. */
  Http http();

  /**
   * How to reach an outside system, from the server's configuration ({@code
   * etc/org.standardops.<system>.cfg}) or the business's own connection, such as {@code endpoint},
   * {@code region}, {@code secretId}, {@code secretKey}. Values are masked in logs and errors where
   * they are secret. Empty map: not configured.
   *
   * @param system a known name, such as {@code tencentcloud}
   */
  Map<String, String> connection(String system);

  /** The engine's clock, which nobody puts forward or back: for delays and time-outs. */
  InstantSource clock();

  /**
   * The clock on the wall, for waits until a time of day; it may be corrected while a task waits.
   */
  InstantSource wallClock();

  /**
   * Where the call comes from.
   *
   * @param business id of the business
   * @param task id of the task
   * @param node id of the node in the process
   */
  record Origin(String business, String task, String node) {}
}
