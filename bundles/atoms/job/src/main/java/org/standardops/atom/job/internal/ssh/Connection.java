package org.standardops.atom.job.internal.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.standardops.atom.job.internal.ssh.SshFailed.Reason;

/** One signed-in connection, for one thread. */
public final class Connection implements AutoCloseable {

  private static final Duration OPEN = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final ClientSession session;
  private final Address address;

  Connection(ClientSession session, Address address) {
    this.session = session;
    this.address = address;
  }

  /**
   * Has the host run a command, and waits for its end.
   *
   * @param input given to it on standard input
   * @param most bytes of its standard output to keep; what is more is dropped
   * @return its standard output
   * @throws SshFailed the command may have been run all the same
   */
  public byte[] run(String command, byte[] input, int most) throws SshFailed {
    BoundedBytes output = new BoundedBytes(most);
    try (ChannelExec channel = session.createExecChannel(command)) {
      channel.setIn(new ByteArrayInputStream(input));
      channel.setOut(output);
      channel.setErr(OutputStream.nullOutputStream());
      channel.open().verify(OPEN);
      Set<ClientChannelEvent> events =
          channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), ANSWER);
      if (!events.contains(ClientChannelEvent.CLOSED)) {
        throw noAnswer("it did not answer within " + ANSWER.toSeconds() + " seconds", null);
      }
      if (channel.getExitStatus() == null) {
        throw noAnswer("the connection broke", null);
      }
      return output.bytes();
    } catch (IOException e) {
      throw noAnswer(Ssh.said(e), e);
    }
  }

  private SshFailed noAnswer(String why, Throwable cause) {
    return new SshFailed(
        Reason.NO_ANSWER, "The host " + address + " gave no answer: " + why, cause);
  }

  @Override
  public void close() {
    session.close(true);
  }
}
