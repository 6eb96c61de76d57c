package org.standardops.engine.internal;

import java.time.Duration;
import java.time.InstantSource;
import org.standardops.engine.core.Conditions;
import org.standardops.expression.Expressions;

/** The parts of one engine, put together once. */
record EngineParts(
    EnginePorts ports,
    InstantSource clock,
    EventCodec codec,
    Mailbox mailbox,
    HotTasks tasks,
    DueTimes dueTimes,
    Waking waking,
    Admission admission,
    Decider decider,
    Parking parking,
    ProgressBoard progress,
    Subscriptions subscriptions,
    EventHistory history,
    AtomCalls calls,
    Settled settled,
    Lease lease,
    EngineStatus status,
    EngineCounters counters) {

  /** A server that heard nothing from the database for longer begins no call. */
  private static final Duration LEASE = Duration.ofSeconds(5);

  private static Conditions conditions() {
    Expressions expressions = new Expressions();
    return (text, values) -> {
      Expressions.Outcome outcome = expressions.evaluate(text, values);
      return new Conditions.Answer(outcome.met(), outcome.fault());
    };
  }

  static EngineParts of(
      EnginePorts ports, InstantSource clock, String publicUrl, int mostHotTasks) {
    EventCodec codec = new EventCodec();
    Mailbox mailbox = new Mailbox();
    HotTasks tasks = new HotTasks(ports.journal(), codec);
    DueTimes dueTimes = new DueTimes();
    Admission admission = new Admission(ports.journal(), tasks, mostHotTasks);
    ProgressBoard progress = new ProgressBoard();
    Subscriptions subscriptions = new Subscriptions();
    CallWorld world = new CallWorld(mailbox, ports, progress, subscriptions, clock, publicUrl);
    Lease lease = new Lease(ports.journal(), LEASE);
    CallRunner runner =
        new CallRunner(
            tasks, ports.atoms(), mailbox, world, new CallParameters(ports.secrets()), lease);
    AtomCalls calls = new AtomCalls(ports.atoms(), runner, mailbox);
    return new EngineParts(
        ports,
        clock,
        codec,
        mailbox,
        tasks,
        dueTimes,
        new Waking(ports.journal(), tasks, dueTimes, clock.instant()),
        admission,
        new Decider(tasks, codec, clock, ports.atoms(), conditions()),
        new Parking(codec, admission),
        progress,
        subscriptions,
        new EventHistory(ports.journal(), codec, tasks),
        calls,
        new Settled(tasks, dueTimes, admission, calls, progress, subscriptions, clock),
        lease,
        new EngineStatus(),
        new EngineCounters());
  }
}
