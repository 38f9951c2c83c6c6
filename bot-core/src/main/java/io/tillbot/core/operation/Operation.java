package io.tillbot.core.operation;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One write of the billing API from its preview to its end, as the ledger keeps it. A value: what
 * happens to it makes another, which the ledger takes when nobody else was faster. Prints as its id
 * and state alone.
 *
 * @param version how many times the ledger has taken it
 * @param owner who asked for it, and with whose credential it is sent
 * @param account the client's account that it changes
 * @param command the command's name, such as {@code cancel server}
 * @param due when something is to be done about it: a proposal, an approval or a lease ends, a hold
 *     is over, an unknown one is looked at again; empty when nothing is due
 * @param holder who has the lease while it is confirmed or being sent: a name of one process
 * @param tries how often it was looked at again without a result
 * @param history the states that it has passed, the present one last, each to the millisecond
 * @param sealed what may be private, by names of ours: see {@link Intent} and {@link Note}
 */
public record Operation(
    OperationId id,
    long version,
    Caller owner,
    AccountName account,
    String command,
    Set<Target> targets,
    Commitment commitment,
    Optional<Instant> due,
    Optional<String> holder,
    int tries,
    List<Passage> history,
    Map<String, String> sealed) {

  /** That it came into a state, and when. */
  public record Passage(State state, Instant at) {
    public Passage {
      at = at.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  public Operation {
    targets = Set.copyOf(targets);
    history = List.copyOf(history);
    sealed = Map.copyOf(sealed);
    due = due.map(instant -> instant.truncatedTo(ChronoUnit.MILLIS));
    if (history.isEmpty()) {
      throw new IllegalArgumentException("an operation is in some state");
    }
  }

  /** What is shown to its owner until then. */
  public static Operation proposed(
      OperationId id,
      Caller owner,
      AccountName account,
      String command,
      Change<?> change,
      Intent intent,
      Instant now,
      Instant until) {
    return new Operation(
        id,
        0,
        owner,
        account,
        command,
        change.targets(),
        change.commitment(),
        Optional.of(until),
        Optional.empty(),
        0,
        List.of(new Passage(State.PROPOSED, now)),
        intent.facts());
  }

  /** Where it is now. */
  public State state() {
    return history.getLast().state();
  }

  /** Since when it is there. */
  public Instant since() {
    return history.getLast().at();
  }

  /** When it came into that state first; empty when it never did. */
  public Optional<Instant> when(State state) {
    return history.stream()
        .filter(passage -> passage.state() == state)
        .map(Passage::at)
        .findFirst();
  }

  /** What was agreed to; empty once it has come to its end. */
  public Optional<Intent> intent() {
    return Intent.of(sealed);
  }

  /** What was noted of it. */
  public Optional<String> note(Note note) {
    return Optional.ofNullable(sealed.get(note.key()));
  }

  /** The same with a note. */
  public Operation noting(Note note, String text) {
    Map<String, String> all = new HashMap<>(sealed);
    all.put(note.key(), text);
    return with(due, holder, tries, history, all);
  }

  /**
   * The same in its next state, without a lease and with nothing due. At its end everything private
   * is dropped but the notes.
   *
   * @throws IllegalStateException when that state cannot come next
   */
  public Operation to(State next, Instant now) {
    if (!state().next().contains(next)) {
      throw new IllegalStateException(id + ": " + next + " does not follow " + state());
    }
    List<Passage> longer = new ArrayList<>(history);
    longer.add(new Passage(next, now));
    return with(
        Optional.empty(), Optional.empty(), 0, longer, next.isEnd() ? Note.among(sealed) : sealed);
  }

  /** The same, with something due. */
  public Operation dueAt(Instant instant) {
    return with(Optional.of(instant), holder, tries, history, sealed);
  }

  /** The same, in the hands of one process until then. */
  public Operation leasedTo(String process, Instant until) {
    return with(Optional.of(until), Optional.of(process), tries, history, sealed);
  }

  /** The same after one more look that settled nothing; the next one then, or none any more. */
  public Operation lookedAt(Optional<Instant> again) {
    return with(again, holder, tries + 1, history, sealed);
  }

  /** The same as the ledger has it, taken so many times. */
  public Operation atVersion(long taken) {
    return new Operation(
        id,
        taken,
        owner,
        account,
        command,
        targets,
        commitment,
        due,
        holder,
        tries,
        history,
        sealed);
  }

  private Operation with(
      Optional<Instant> newDue,
      Optional<String> newHolder,
      int newTries,
      List<Passage> newHistory,
      Map<String, String> newSealed) {
    return new Operation(
        id,
        version,
        owner,
        account,
        command,
        targets,
        commitment,
        newDue,
        newHolder,
        newTries,
        newHistory,
        newSealed);
  }

  /**
   * The same under a pseudonym: what its owner has said is dropped, and who else had a hand in it
   * is replaced as well. Nobody has it in hands any more, and nothing is due.
   *
   * @param names by whose pseudonym somebody is replaced
   */
  public Operation pseudonymous(UnaryOperator<Caller> names) {
    Map<String, String> notes = Note.among(sealed);
    notes.remove(Note.APPROVERS.key());
    notes.computeIfPresent(Note.DECIDED_BY.key(), (_, key) -> names.apply(Caller.ofKey(key)).key());
    return new Operation(
        id,
        version,
        names.apply(owner),
        account,
        command,
        targets,
        commitment,
        Optional.empty(),
        Optional.empty(),
        tries,
        history,
        notes);
  }

  /** Whether its time has come. */
  public boolean isDue(Instant now) {
    return due.filter(instant -> !instant.isAfter(now)).isPresent();
  }

  @Override
  public String toString() {
    return id + " " + state();
  }
}
