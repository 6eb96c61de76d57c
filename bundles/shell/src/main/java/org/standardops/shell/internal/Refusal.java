package org.standardops.shell.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.support.CommandException;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;

/** What the product refuses, told with every reason, one a line. */
final class Refusal {

  private Refusal() {}

  static CommandException of(ProductException refused) {
    List<Fault> faults = refused.faults();
    String reasons =
        faults.isEmpty()
            ? refused.getMessage()
            : Stream.concat(
                    Stream.of(faults.size() == 1 ? "1 reason:" : faults.size() + " reasons:"),
                    faults.stream().map(Refusal::line))
                .collect(Collectors.joining("\n  "));
    return new CommandException(refused.code() + ": " + reasons, refused);
  }

  private static String line(Fault fault) {
    return (fault.pointer().isEmpty() ? "" : fault.pointer() + ": ") + fault.message();
  }
}
