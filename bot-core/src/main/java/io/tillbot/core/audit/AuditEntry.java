package io.tillbot.core.audit;

import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.policy.RuleRef;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One thing that was done, or refused.
 *
 * @param at when it began, to the millisecond
 */
public record AuditEntry(Instant at, Actor who, Where where, What what, End end) {
  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * What the bot did by itself.
   *
   * @param after the operation as it is now
   */
  public static AuditEntry due(Operation after, Instant began, Duration took) {
    return new AuditEntry(
        began,
        new Actor.Bot(),
        Where.inside(),
        What.of(Act.DUE, after.command()).about(after.id()),
        new End(after.state().word(), took, Optional.empty(), 1));
  }

  /**
   * What was done.
   *
   * @param command its name, such as {@code cancel server}; {@link #NOT_UNDERSTOOD} when it is none
   * @param options the given options by their names; what may be personal is replaced by {@link
   *     Redaction#HIDDEN}, and what is too long ends with {@link Redaction#CUT_OFF}
   * @param rules of the policy, those that decided; none where none was asked, or none is about it
   * @param operation of the ledger, the one that it is about
   * @param whom it was done to somebody else
   */
  public record What(
      Act act,
      String command,
      SortedMap<String, String> options,
      List<RuleRef> rules,
      Optional<OperationId> operation,
      Optional<Actor.Somebody> whom) {
    /** Of a line that is no command: nothing is kept of its text. */
    public static final String NOT_UNDERSTOOD = "not understood";

    /** Of an option's value, in characters. */
    static final int LONGEST_VALUE = 1000;

    private static final Pattern COMMAND = Pattern.compile("[a-z][a-z -]{0,98}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern VALUE =
        Pattern.compile("[^\\p{Cntrl}\\s]{0,%d}".formatted(LONGEST_VALUE));

    public What {
      options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
      rules = List.copyOf(rules);
      if (!COMMAND.matcher(command).matches()) {
        throw new IllegalArgumentException("not a command's name");
      }
      options.forEach(
          (name, value) -> {
            if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
              throw new IllegalArgumentException("not an option as it is audited: " + name);
            }
          });
    }

    /** A command by its name alone. */
    public static What of(Act act, String command) {
      return new What(
          act,
          command,
          Collections.emptySortedMap(),
          List.of(),
          Optional.empty(),
          Optional.empty());
    }

    /** The same with options. */
    public What with(Map<String, String> given) {
      return new What(act, command, new TreeMap<>(given), rules, operation, whom);
    }

    /** The same by other rules. */
    public What by(List<RuleRef> deciding) {
      return new What(act, command, options, deciding, operation, whom);
    }

    /** The same about an operation. */
    public What about(OperationId id) {
      return new What(act, command, options, rules, Optional.of(id), whom);
    }

    /** The same, done to somebody. */
    public What to(Actor.Somebody other) {
      return new What(act, command, options, rules, operation, Optional.of(other));
    }

    /** The same, done in another way. */
    public What as(Act other) {
      return new What(other, command, options, rules, operation, whom);
    }
  }

  /**
   * How it ended.
   *
   * @param outcome {@link io.tillbot.core.reply.Outcome#word}; of what the bot did by itself, the
   *     {@link io.tillbot.core.operation.State#word} that the operation came to
   * @param took to the millisecond
   * @param correlation the command's id in the log; none where there was no command
   * @param times how often, where several are taken together; otherwise 1
   */
  public record End(String outcome, Duration took, Optional<String> correlation, long times) {
    private static final Pattern OUTCOME = Pattern.compile("[a-z][a-z_-]{0,39}");
    private static final Pattern CORRELATION = Pattern.compile("[a-z0-9-]{4,36}");

    public End {
      took = took.isNegative() ? Duration.ZERO : took.truncatedTo(ChronoUnit.MILLIS);
      if (!OUTCOME.matcher(outcome).matches()
          || times < 1
          || correlation.filter(id -> !CORRELATION.matcher(id).matches()).isPresent()) {
        throw new IllegalArgumentException("not an end");
      }
    }
  }
}
