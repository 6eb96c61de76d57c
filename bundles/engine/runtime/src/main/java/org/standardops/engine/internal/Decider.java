package org.standardops.engine.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.standardops.engine.Engine.CallbackAnswer;
import org.standardops.engine.core.Callbacks;
import org.standardops.engine.core.Conditions;
import org.standardops.engine.core.Entry;
import org.standardops.engine.core.Input;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.Notices;
import org.standardops.engine.core.TaskMachine;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.core.Verdict;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.AuditRecord;
import org.standardops.engine.port.JournalRow;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.WaitingFor;

/** Decides letters on tasks in memory and gathers what came of it in a batch. */
final class Decider {

  /** A row larger than this is refused: a database would, and all that is in it is bounded. */
  private static final int LARGEST_ROW = 8 << 20;

  private final HotTasks tasks;
  private final EventCodec codec;
  private final InstantSource clock;
  private final AtomCatalog atoms;
  private final Conditions conditions;
  private final NewUses newUses;
  private Instant latest = Instant.MIN;

  Decider(
      HotTasks tasks,
      EventCodec codec,
      InstantSource clock,
      AtomCatalog atoms,
      Conditions conditions) {
    this.tasks = tasks;
    this.codec = codec;
    this.clock = clock;
    this.atoms = atoms;
    this.conditions = conditions;
    this.newUses = new NewUses(atoms);
  }

  void decide(Letter letter, Batch batch) {
    if (tasks.fault(letter.task()).isPresent()) {
      Letter.fail(letter, faulted(letter.task()));
    } else if (letter instanceof Letter.Create create) {
      create(create, batch);
    } else {
      Optional<HotTask> task = tasks.find(letter.task());
      if (task.isEmpty()) {
        Letter.fail(letter, ProductException.notFound("Task " + letter.task()));
      } else {
        onTask(letter, task.get(), batch);
      }
    }
  }

  private void create(Letter.Create create, Batch batch) {
    Optional<HotTask> there = tasks.find(create.task());
    if (there.isPresent()) {
      Batch.Work work = batch.of(there.get());
      work.letters.add(create);
      TaskState state = there.get().newest;
      work.replies.add(committed -> create.reply().complete(state));
      return;
    }
    newUses.require(create.plan());
    Verdict.Decision decision =
        TaskMachine.create(create.plan(), create.start(), create.by().name(), now(), conditions);
    HotTask task = new HotTask(decision.state());
    Batch.Work work = batch.of(task);
    record(work, Optional.empty(), decision, batch);
    audit(work, create.by().audit());
    tasks.add(task);
    work.letters.add(create);
    work.replies.add(committed -> create.reply().complete(decision.state()));
  }

  private void onTask(Letter letter, HotTask task, Batch batch) {
    Batch.Work work = batch.of(task);
    if (letter instanceof Letter.Deliver deliver) {
      work.letters.add(letter);
      deliver(deliver, task, work, batch);
    } else if (letter instanceof Letter.Call call) {
      work.letters.add(letter);
      CallbackAnswer answer = answer(Callbacks.meet(task.newest, call.callback()));
      decideInput(task, call.callback(), work, batch);
      work.replies.add(committed -> call.reply().complete(answer));
    } else if (letter instanceof Letter.Keep keep) {
      work.letters.add(letter);
      work.callbacks.add(keep.key());
      work.replies.add(committed -> keep.reply().complete(null));
    } else if (letter instanceof Letter.Admit admit) {
      work.letters.add(letter);
      work.admitted = true;
      work.replies.add(committed -> admit.reply().complete(null));
    }
  }

  /** What a queued task was to call and has not is called with what it does now. */
  void release(Batch.Work work, Batch batch) {
    decideInput(work.task, new Input.Admitted(), work, batch);
  }

  private void deliver(Letter.Deliver deliver, HotTask task, Batch.Work work, Batch batch) {
    if (deliver.input() instanceof Input.TimePassed) {
      task.seenUntil = now();
    }
    newUses.require(task.newest, deliver.input());
    Verdict verdict = decideInput(task, deliver.input(), work, batch);
    if (verdict instanceof Verdict.Rejection refused) {
      work.replies.add(
          committed ->
              deliver
                  .reply()
                  .completeExceptionally(
                      new ProductException(refused.code(), refused.detail(), refused.faults())));
    } else {
      TaskState state = task.newest;
      if (!((Verdict.Decision) verdict).events().isEmpty()) {
        audit(work, deliver.audit());
      }
      work.replies.add(committed -> deliver.reply().complete(state));
    }
  }

  private void audit(Batch.Work work, Optional<AuditRecord> record) {
    record.map(done -> done.at(latest)).ifPresent(work.audits::add);
  }

  private Verdict decideInput(HotTask task, Input input, Batch.Work work, Batch batch) {
    TaskState before = task.newest;
    Verdict verdict = TaskMachine.decide(before, input, now(), conditions);
    if (verdict instanceof Verdict.Decision decision) {
      record(work, Optional.of(before), decision, batch);
    }
    return verdict;
  }

  private void record(
      Batch.Work work, Optional<TaskState> before, Verdict.Decision decision, Batch batch) {
    if (decision.events().isEmpty()) {
      work.effects.addAll(decision.effects());
      return;
    }
    Entry entry = new Entry(decision.state().seq(), latest, decision.events());
    JournalRow row = codec.encode(work.task.id, entry);
    if (row.data().length > LARGEST_ROW) {
      throw new ProductException(
          ErrorCode.TOO_LARGE, "What this would write is over " + LARGEST_ROW + " bytes.");
    }
    work.notices.addAll(Notices.of(before, decision.state(), decision.events(), latest));
    work.effects.addAll(decision.effects());
    work.task.newest = decision.state();
    work.task.bytesSinceSnapshot += row.data().length;
    work.steps.add(new Batch.Step(before, entry));
    batch.add(work, row);
  }

  /** Inputs for the tasks in memory that miss an atom. */
  List<Letter> lookForAtoms() {
    return arrived(
        tasks.all().stream()
            .filter(task -> task.newest.open().stream().anyMatch(Decider::missesAtom))
            .map(task -> task.id)
            .toList());
  }

  /** Tells these tasks which atoms there are. */
  List<Letter> arrived(Collection<TaskId> ids) {
    Set<AtomRef> there =
        atoms.all().stream().map(atom -> atom.description().atom()).collect(Collectors.toSet());
    return ids.stream()
        .<Letter>map(
            id ->
                new Letter.Deliver(
                    id, new Input.AtomsArrived(there), false, new CompletableFuture<>()))
        .toList();
  }

  private static boolean missesAtom(NodeState node) {
    return node.waitingFor().map(w -> w.kind() == WaitingFor.Kind.ATOM_VERSION).orElse(false);
  }

  private ProductException faulted(TaskId task) {
    return new ProductException(
        ErrorCode.INTERNAL,
        "The engine cannot go on with this task: " + tasks.fault(task).orElse("") + " See health.");
  }

  private static CallbackAnswer answer(Callbacks.Meeting meeting) {
    return switch (meeting) {
      case TAKEN -> CallbackAnswer.TAKEN;
      case TAKEN_BEFORE -> CallbackAnswer.TAKEN_BEFORE;
      case ANSWERED_OTHERWISE -> CallbackAnswer.ANSWERED_OTHERWISE;
      case ENDED -> CallbackAnswer.ENDED;
    };
  }

  /** Never goes back, whatever the clock does. */
  private Instant now() {
    Instant now = clock.instant();
    latest = now.isAfter(latest) ? now : latest;
    return latest;
  }
}
