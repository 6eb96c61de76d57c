package org.standardops.atom.job.internal;

import java.util.Base64;
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
import org.standardops.atom.HttpFailed;
import org.standardops.atom.OptionsCall;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Touched;
import org.standardops.atom.job.internal.HostProgress.Phase;
import org.standardops.atom.job.internal.Targets.Resolved;
import org.standardops.atom.job.internal.ssh.Ssh;

/** Puts files at hosts of the business; each takes its place whole, and twice is as once. */
@Component
@AtomCode("job-file-push")
public final class FilePushAtom implements Atom {

  private final Ssh ssh = new Ssh();
  private final Fan fan = new Fan();

  @Deactivate
  public void close() {
    fan.close();
    ssh.close();
  }

  @Override
  public Outcome start(Call call) {
    return HostWork.begin(call, Phase.TO_START, "files");
  }

  @Override
  public Outcome poll(Call call, Map<String, Object> handle) {
    List<PushedFile> files;
    try {
      files = PushedFile.of(call);
    } catch (HttpFailed e) {
      Touched touched =
          Progress.of(handle).hosts().stream().allMatch(h -> h.phase() == Phase.TO_START)
              ? Touched.NO
              : Touched.MAYBE;
      return new Outcome.Failed(e.code(), e.getMessage(), e.retryable(), touched);
    }
    String suffix = call.parameters().flag("backup", false) ? "." + call.intentKey() : "";
    Round round =
        new Round(call, fan, "files", "PUSH_FAILED") {
          @Override
          HostStep visit(HostProgress progress, Resolved host, int openHosts) {
            return new FileVisit(
                    ssh,
                    host.target().orElseThrow(),
                    call.log().section(host.name()),
                    call.clock().instant(),
                    suffix)
                .visit(progress, files);
          }
        };
    try {
      return round.next(Progress.of(handle), Targets.of(call));
    } catch (HostsUnavailable e) {
      return HostWork.later(handle, e);
    }
  }

  /** What is in its place stays; no host is half done. */
  @Override
  public Cancellation cancel(Call call, Map<String, Object> handle) {
    return new Cancellation.Cancelled();
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    ParameterCheck check = new ParameterCheck(parameters);
    if (parameters.find("files").orElse(null) instanceof List<?> files) {
      for (int i = 0; i < files.size(); i++) {
        if (files.get(i) instanceof Map<?, ?> file) {
          check(check, "/files/" + i, file);
        }
      }
    }
    return check.faults();
  }

  private static void check(ParameterCheck check, String at, Map<?, ?> file) {
    if (file.get("path") instanceof String path
        && !path.contains("${")
        && !path.startsWith("/")
        && !path.startsWith("~/")) {
      check.fault(at + "/path", "'" + path + "' must begin with / or ~/.");
    }
    if (file.get("contentBase64") instanceof String text && !text.contains("${")) {
      try {
        if (Base64.getMimeDecoder().decode(text).length > PushedFile.MOST_BYTES) {
          check.fault(at + "/contentBase64", "At most 1 MiB is pushed.");
        }
      } catch (IllegalArgumentException e) {
        check.fault(at + "/contentBase64", "This is no base64: " + e.getMessage());
      }
    }
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
