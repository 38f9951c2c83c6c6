package io.tillbot.core.audit;

import io.tillbot.core.access.Caller;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.option.OperationType;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.policy.Decision;
import io.tillbot.core.policy.RuleRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is learnt of one command on its way, to be audited at its end. It is handed down with the
 * command, and serves whichever thread does it, one at a time.
 */
public final class Trail {
  private static final String STAFF = "billing-admin ";

  private volatile AuditEntry.What what;
  private volatile boolean mayHaveChanged;

  public Trail(Act act) {
    this.what = AuditEntry.What.of(act, AuditEntry.What.NOT_UNDERSTOOD);
  }

  /** It is this command, with these words for its options. */
  public void runs(CommandSpec spec, Map<String, String> words) {
    runs(spec.path().name());
    what = what.with(Redaction.of(spec, words));
    spec.options().stream()
        .filter(option -> option.type() instanceof OperationType)
        .flatMap(option -> Optional.ofNullable(words.get(option.name())).stream())
        .findFirst()
        .flatMap(OperationId::read)
        .ifPresent(this::isAbout);
  }

  /** It is the command of that name. */
  public void runs(String command) {
    AuditEntry.What now = what;
    what =
        new AuditEntry.What(
            now.act(), command, now.options(), now.rules(), now.operation(), now.whom());
  }

  /** It was given these options, none of them personal. */
  public void takes(Map<String, String> impersonal) {
    what = what.with(impersonal);
  }

  /** The policy said so. */
  public void decides(Decision decision) {
    decides(
        switch (decision) {
          case Decision.Allowed allowed -> List.of(allowed.rule());
          case Decision.Denied denied -> denied.rules();
        });
  }

  /** These rules of the policy say what becomes of it. */
  public void decides(List<RuleRef> rules) {
    what = what.by(rules);
  }

  /** It is about that operation. */
  public void isAbout(OperationId operation) {
    what = what.about(operation);
  }

  /** It is done to somebody else. */
  public void isDoneTo(Caller caller) {
    what = what.to(new Actor.Person(caller));
  }

  /** From here on something may have changed: what became of it has to be told. */
  public void changes() {
    mayHaveChanged = true;
  }

  /** Whether something may have changed. */
  public boolean mayHaveChanged() {
    return mayHaveChanged;
  }

  /** Whether somebody at the machine does it. */
  public boolean isByOperator() {
    return what.act() == Act.OPERATOR;
  }

  /** Whether it is done whatever account somebody has: as staff, or about an operation. */
  public boolean isOfOffice() {
    return what.operation().isPresent() || what.command().startsWith(STAFF);
  }

  /** All that is known of it. */
  public AuditEntry.What what() {
    return what;
  }
}
