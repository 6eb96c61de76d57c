package org.standardops.atom.job.internal.ssh;

import java.util.List;

/** What is known of the key of one host; keys as OpenSSH writes them, {@code ssh-ed25519 AAAA…}. */
public interface HostKey {

  /** The keys that the host may show; empty: none is known. */
  List<String> known() throws SshFailed;

  /**
   * Called where none is known, on the thread that connects, before anything secret is sent.
   *
   * @return the key that counts from now on: this one, or another that was seen meanwhile
   * @throws SshFailed where no key is taken at first sight
   */
  String firstSeen(String key, String fingerprint) throws SshFailed;
}
