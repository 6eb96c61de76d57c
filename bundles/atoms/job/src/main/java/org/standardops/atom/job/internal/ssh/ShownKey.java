package org.standardops.atom.job.internal.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** Compares the key that a host shows with those that are known of it. */
final class ShownKey {

  private final Address address;
  private final HostKey hostKey;
  private final List<PublicKey> known;
  private volatile PublicKey shown;

  ShownKey(Address address, HostKey hostKey) throws SshFailed {
    this.address = address;
    this.hostKey = hostKey;
    this.known = new ArrayList<>();
    for (String key : hostKey.known()) {
      known.add(parse(key));
    }
  }

  private PublicKey parse(String text) throws SshFailed {
    try {
      return PublicKeyEntry.parsePublicKeyEntry(text)
          .resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.FAILING);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new SshFailed(
          SshFailed.Reason.HOST_KEY_CHANGED,
          "The key that is kept for the host " + address + " cannot be read: " + text,
          e);
    }
  }

  /** False where it is another one than is known. */
  boolean take(PublicKey key) {
    shown = key;
    return known.isEmpty() || isKnown(key);
  }

  private boolean isKnown(PublicKey key) {
    return known.stream().anyMatch(one -> KeyUtils.compareKeys(one, key));
  }

  boolean isRefused() {
    return shown != null && !known.isEmpty() && !isKnown(shown);
  }

  /** Remembers a key that was seen for the first time. */
  void settle() throws SshFailed {
    if (!known.isEmpty()) {
      return;
    }
    PublicKey counts =
        parse(hostKey.firstSeen(PublicKeyEntry.toString(shown), KeyUtils.getFingerPrint(shown)));
    if (!KeyUtils.compareKeys(counts, shown)) {
      throw changed(List.of(counts));
    }
  }

  SshFailed changed() {
    return changed(known);
  }

  private SshFailed changed(List<PublicKey> expected) {
    return new SshFailed(
        SshFailed.Reason.HOST_KEY_CHANGED,
        "The key of the host %s has changed: known is %s, it shows %s. If the host was set up anew, let a platform admin write its new key to the business's hosts as hostKey: %s"
            .formatted(
                address,
                expected.stream().map(KeyUtils::getFingerPrint).collect(Collectors.joining(", ")),
                KeyUtils.getFingerPrint(shown),
                PublicKeyEntry.toString(shown)));
  }

  /** Has the host show a key of a kind that is known, where it has several. */
  Optional<String> preferredFirst(String proposal) {
    List<String> types =
        known.stream()
            .map(KeyUtils::getKeyType)
            .flatMap(type -> algorithms(type).stream())
            .toList();
    if (types.isEmpty()) {
      return Optional.empty();
    }
    List<String> ordered = new ArrayList<>(List.of(proposal.split(",")));
    List<String> first = ordered.stream().filter(types::contains).toList();
    ordered.removeAll(first);
    ordered.addAll(0, first);
    return Optional.of(String.join(",", ordered));
  }

  private static List<String> algorithms(String type) {
    return type.equals("ssh-rsa") ? List.of("rsa-sha2-512", "rsa-sha2-256", type) : List.of(type);
  }
}
