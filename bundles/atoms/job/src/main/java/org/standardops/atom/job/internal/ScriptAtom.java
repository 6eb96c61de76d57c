package org.standardops.atom.job.internal;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.standardops.atom.Atom;
import org.standardops.atom.AtomCode;
import org.standardops.atom.Business;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Choice;
import org.standardops.atom.Fault;
import org.standardops.atom.OptionsCall;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Search;
import org.standardops.atom.job.internal.HostProgress.Phase;
import org.standardops.atom.job.internal.ssh.Ssh;

/**
 * Runs a script on hosts of the business. It runs there by itself, in a folder named by the intent:
 * so it survives the end of a connection and of this server, and is never begun twice. No call
 * begins anything that a later one with the same key would begin again, so each may be repeated.
 */
@Component
@AtomCode("job-script")
public final class ScriptAtom implements Atom {

  private final Ssh ssh = new Ssh();
  private final Fan fan = new Fan();

  @Deactivate
  public void close() {
    fan.close();
    ssh.close();
  }

  @Override
  public Outcome start(Call call) {
    return HostWork.begin(call, Phase.TO_START, "script");
  }

  /** Nothing is asked yet: the polls that follow begin it only where it has not begun. */
  @Override
  public Search find(Call call) {
    return HostWork.find(call);
  }

  @Override
  public Outcome poll(Call call, Map<String, Object> handle) {
    try {
      return new ScriptRound(call, ssh, fan).next(Progress.of(handle), Targets.of(call));
    } catch (HostsUnavailable e) {
      return HostWork.later(handle, e);
    }
  }

  @Override
  public Cancellation cancel(Call call, Map<String, Object> handle) {
    try {
      return new ScriptCancel(call, ssh, fan).cancel(Progress.of(handle), Targets.of(call));
    } catch (HostsUnavailable e) {
      return new Cancellation.StillCancelling(HostWork.AGAIN);
    }
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    return new ParameterCheck(parameters).duration("timeout", 1, 7 * 24 * 60 * 60).faults();
  }

  @Override
  public List<Fault> check(Parameters parameters, Business business) {
    return HostWork.check(check(parameters), parameters, business);
  }

  @Override
  public List<Choice> options(OptionsCall call) {
    return HostWork.options(call);
  }
}
