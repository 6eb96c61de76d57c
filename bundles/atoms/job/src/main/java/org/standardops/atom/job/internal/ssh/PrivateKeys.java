package org.standardops.atom.job.internal.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.standardops.atom.job.internal.ssh.SshFailed.Reason;

/** Reads private keys in PEM and OpenSSH form. */
final class PrivateKeys {

  private PrivateKeys() {}

  static List<KeyPair> read(String text) throws SshFailed {
    List<KeyPair> pairs = new ArrayList<>();
    try {
      // a form may have taken the last line's end or added spaces; the format is strict about both
      byte[] bytes = (text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
      Iterable<KeyPair> found =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName("credential"), new ByteArrayInputStream(bytes), null);
      if (found != null) {
        found.forEach(pairs::add);
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // What it says may quote the key.
      throw unreadable();
    }
    if (pairs.isEmpty()) {
      throw unreadable();
    }
    return pairs;
  }

  private static SshFailed unreadable() {
    return new SshFailed(
        Reason.CREDENTIAL_INVALID,
        "The credential begins as a private key but cannot be read as one. Give it in PEM or OpenSSH form, whole and without a passphrase.");
  }
}
