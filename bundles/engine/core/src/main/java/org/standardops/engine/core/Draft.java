package org.standardops.engine.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.standardops.model.ErrorCode;

/** A decision in the making: each event is applied at once, so that what follows sees it. */
final class Draft {

  final Instant now;
  final Conditions conditions;
  private final int seqBefore;
  private final List<Event> events = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private TaskState state;

  Draft(TaskState state, Instant now, Conditions conditions) {
    this.state = state;
    this.conditions = conditions;
    this.seqBefore = state.seq();
    this.now = now;
  }

  TaskState state() {
    return state;
  }

  NodeState node(String id) {
    return state.nodes().get(id);
  }

  /** The open call or wait of a node that is known to have one. */
  OpenCall open(String node) {
    return node(node).run().open().orElseThrow();
  }

  int nextCall(String node) {
    return node(node).run().lastCall() + 1;
  }

  int size() {
    return events.size();
  }

  void add(Event event) {
    state = state.apply(event, now);
    events.add(event);
  }

  /** The open call of this node is to be made. */
  void callOpen(String node) {
    effects.add(new Effect.CallAtom(node, open(node).number()));
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  Verdict.Decision decided() {
    return new Verdict.Decision(
        events, effects, events.isEmpty() ? state : state.at(seqBefore + 1));
  }

  static Optional<Verdict.Rejection> rejected(ErrorCode code, String detail) {
    return Optional.of(new Verdict.Rejection(code, detail, List.of()));
  }

  static Optional<Verdict.Rejection> taken() {
    return Optional.empty();
  }
}
