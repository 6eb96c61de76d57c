package org.standardops.atom.job.internal.ssh;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.standardops.atom.job.internal.ssh.SshFailed.Reason;

/**
 * Connects to hosts. Takes nothing from the files of the account that the server runs under: no
 * keys, no agent, no known hosts, no configuration. Starts its threads at the first connection.
 * Thread-safe.
 */
public final class Ssh implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SIGN_IN = Duration.ofSeconds(20);
  private static final AttributeRepository.AttributeKey<ShownKey> SHOWN =
      new AttributeRepository.AttributeKey<>();

  private SshClient client;

  /**
   * A connection that is signed in.
   *
   * @throws SshFailed when this returns without a connection, nothing was asked of the host
   */
  public Connection connect(Address address, Login login, HostKey hostKey) throws SshFailed {
    SshClient ready = client();
    ShownKey shown = new ShownKey(address, hostKey);
    ClientSession session = null;
    try {
      AttributeRepository context = AttributeRepository.ofKeyValuePair(SHOWN, shown);
      session =
          ready
              .connect(login.user(), address.host(), address.port(), context, null)
              .verify(CONNECT)
              .getSession();
      awaitKeyExchange(session, address, shown);
      shown.settle();
      signIn(session, address, login);
      return new Connection(session, address);
    } catch (IOException e) {
      close(session);
      throw shown.isRefused()
          ? shown.changed()
          : new SshFailed(
              Reason.UNREACHABLE, "The host " + address + " cannot be reached: " + said(e), e);
    } catch (SshFailed | RuntimeException e) {
      close(session);
      throw e;
    }
  }

  private static void awaitKeyExchange(ClientSession session, Address address, ShownKey shown)
      throws SshFailed {
    Set<ClientSessionEvent> events =
        session.waitFor(
            EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED), CONNECT);
    if (shown.isRefused()) {
      throw shown.changed();
    }
    if (!events.contains(ClientSessionEvent.WAIT_AUTH)) {
      throw new SshFailed(
          Reason.UNREACHABLE,
          "The host "
              + address
              + (events.contains(ClientSessionEvent.TIMEOUT)
                  ? " does not answer as an SSH server."
                  : " closed the connection before it was set up; it may be overloaded."));
    }
  }

  private static void signIn(ClientSession session, Address address, Login login) throws SshFailed {
    if (login.isKey()) {
      for (var pair : PrivateKeys.read(login.secret())) {
        session.addPublicKeyIdentity(pair);
      }
    } else {
      session.addPasswordIdentity(login.secret());
    }
    boolean refused = false;
    try {
      var auth = session.auth();
      boolean told = auth.await(SIGN_IN);
      refused = told && !auth.isSuccess() && session.isOpen();
      auth.verify(Duration.ofMillis(1));
    } catch (IOException e) {
      boolean said = refused || String.valueOf(e.getMessage()).contains("No more authentication");
      throw said
          ? new SshFailed(
              Reason.SIGN_IN_REFUSED,
              "The host %s does not let user %s in with this %s."
                  .formatted(address, login.user(), login.isKey() ? "key" : "password"),
              e)
          : new SshFailed(
              Reason.UNREACHABLE,
              "Signing in to the host " + address + " came to no end: " + said(e),
              e);
    }
  }

  private static void close(ClientSession session) {
    if (session != null) {
      session.close(true);
    }
  }

  /** What the innermost cause says: the outer ones repeat the address. */
  static String said(Throwable thrown) {
    Throwable inner = thrown;
    while (inner.getCause() != null && inner.getCause() != inner) {
      inner = inner.getCause();
    }
    String message = inner.getMessage();
    return message == null ? inner.getClass().getSimpleName() : message;
  }

  private synchronized SshClient client() {
    if (client == null) {
      client = start();
    }
    return client;
  }

  private static SshClient start() {
    JdkEd25519.register();
    SshClient client = ClientBuilder.builder().build();
    client.setServerKeyVerifier((session, remote, key) -> take(session, key));
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(
        List.of(
            UserAuthPublicKeyFactory.INSTANCE,
            UserAuthPasswordFactory.INSTANCE,
            UserAuthKeyboardInteractiveFactory.INSTANCE));
    CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
    CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, CONNECT);
    CoreModuleProperties.AUTH_TIMEOUT.set(client, SIGN_IN);
    client.addSessionListener(
        new SessionListener() {
          @Override
          public void sessionNegotiationOptionsCreated(
              Session session, Map<KexProposalOption, String> proposal) {
            shown(session)
                .preferredFirst(proposal.get(KexProposalOption.SERVERKEYS))
                .ifPresent(types -> proposal.put(KexProposalOption.SERVERKEYS, types));
          }
        });
    client.start();
    return client;
  }

  private static boolean take(Session session, PublicKey key) {
    return shown(session).take(key);
  }

  private static ShownKey shown(Session session) {
    return ((ClientSession) session).getConnectionContext().getAttribute(SHOWN);
  }

  /** Ends every connection and thread; none can be made any more. */
  @Override
  public synchronized void close() {
    if (client != null) {
      client.stop();
    }
  }
}
