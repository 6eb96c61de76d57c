package org.standardops.atom.job.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Call;
import org.standardops.atom.job.internal.ssh.Address;
import org.standardops.atom.job.internal.ssh.HostKey;
import org.standardops.atom.job.internal.ssh.KnownHosts;
import org.standardops.atom.job.internal.ssh.SshFailed;

/**
 * The server's settings for jobs, {@code etc/org.standardops.job.cfg}.
 *
 * @param strict no key is taken at first sight
 * @param knownHosts a file as OpenSSH keeps it
 * @param anyHost a job may reach hosts that are not the business's own
 */
record JobSettings(boolean strict, Optional<String> knownHosts, boolean anyHost) {

  static final String SYSTEM = "job";

  static JobSettings of(Map<String, String> settings) {
    return new JobSettings(
        "STRICT".equalsIgnoreCase(settings.getOrDefault("hostKeys", "ACCEPT_NEW").strip()),
        Optional.ofNullable(settings.get("knownHosts")).filter(file -> !file.isBlank()),
        Boolean.parseBoolean(settings.getOrDefault("anyHost", "false").strip()));
  }

  /** A key that is kept for the business's host goes before the file. */
  HostKey hostKey(Call call, Address address) {
    Optional<String> kept = call.hostKey(address.host(), address.port());
    return new HostKey() {
      @Override
      public List<String> known() throws SshFailed {
        return kept.isPresent() ? List.of(kept.get()) : fromFile(address);
      }

      @Override
      public String firstSeen(String key, String fingerprint) throws SshFailed {
        if (strict) {
          throw new SshFailed(
              SshFailed.Reason.HOST_KEY_UNKNOWN,
              "The key of the host %s is not known, and the server takes none at first sight. It shows %s. If that is right, let a platform admin write it to the business's hosts as hostKey: %s"
                  .formatted(address, fingerprint, key));
        }
        return call.rememberHostKey(address.host(), address.port(), key);
      }
    };
  }

  private List<String> fromFile(Address address) throws SshFailed {
    if (knownHosts.isEmpty()) {
      return List.of();
    }
    try {
      return KnownHosts.keysOf(Path.of(knownHosts.get().strip()), address);
    } catch (IOException e) {
      throw new SshFailed(
          SshFailed.Reason.HOST_KEY_UNKNOWN,
          "The file of known hosts cannot be read: " + e.getMessage(),
          e);
    }
  }
}
