package io.tillbot.core.execution;

import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.State;
import io.tillbot.core.operation.Target;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Table;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.Comparator;
import java.util.List;

/** What a person sees of an operation. Nothing private: whoever approves sees the same. */
public final class OperationCards {
  private OperationCards() {}

  /** The operation in words, as its owner or a member of staff sees it. */
  public static Reply.Builder show(Operation operation, Viewer viewer) {
    Reply.Builder card =
        Reply.card(Text.of("operation.title", id(operation.id())))
            .tone(tone(operation.state()))
            .body(what(operation));
    Reason.of(operation).ifPresent(card::body);
    facts(card, operation);
    card.field(Text.of("field.operation-state"), operation.state().label());
    if (viewer != Viewer.OWNER) {
      card.field(Text.of("field.asked-by"), Value.data(operation.owner().key()));
    }
    operation
        .note(Note.DECIDED_BY)
        .ifPresent(who -> card.field(Text.of("field.decided-by"), Value.data(who)));
    operation
        .note(Note.RULE)
        .ifPresent(rule -> card.field(Text.of("field.rule"), Value.data(rule)));
    operation
        .due()
        .filter(_ -> !operation.state().isEnd())
        .ifPresent(due -> card.field(due(operation.state()), Value.moment(due)));
    card.table(
        new Table(
            List.of(Text.of("column.state"), Text.of("column.since")),
            operation.history().stream()
                .map(
                    passage ->
                        new Table.Row(
                            tone(passage.state()),
                            List.of(passage.state().label(), Value.moment(passage.at()))))
                .toList()));
    return buttons(card, operation, viewer);
  }

  /** Asks everybody in a channel who may agree; without the account, whose name is its client's. */
  static Reply asked(Operation awaiting) {
    Reply.Builder card =
        Reply.card(Text.of("operation.asks", id(awaiting.id())))
            .tone(Tone.WARNING)
            .body(Text.of("operation.asks-what"));
    change(card, awaiting).field(Text.of("field.asked-by"), Value.data(awaiting.owner().key()));
    awaiting
        .note(Note.APPROVERS)
        .ifPresent(who -> card.field(Text.of("field.approvers"), Value.data(who)));
    awaiting.due().ifPresent(due -> card.field(due(awaiting.state()), Value.moment(due)));
    return buttons(card, awaiting, Viewer.APPROVER)
        .run(Text.of("button.operation", id(awaiting.id())), Viewer.APPROVER.show(awaiting))
        .build();
  }

  /** As what a person looks at an operation. */
  public enum Viewer {
    /** It is their own. */
    OWNER,
    /** They may agree to it, or have. */
    APPROVER,
    /** They see everybody's. */
    STAFF;

    /** The line that shows it to them. */
    String show(Operation operation) {
      return (this == STAFF ? "/billing-admin show " : "/billing operations show ")
          + operation.id();
    }
  }

  private static Reply.Builder buttons(Reply.Builder card, Operation operation, Viewer viewer) {
    String id = " " + operation.id();
    switch (operation.state()) {
      case UNKNOWN -> {
        card.run(Text.of("button.look-again"), viewer.show(operation));
        if (viewer == Viewer.STAFF) {
          card.run(Text.of("button.settle-done"), "/billing-admin settle" + id + " done")
              .run(Text.of("button.settle-not-done"), "/billing-admin settle" + id + " not-done");
        }
      }
      case AWAITING_APPROVAL, HELD -> {
        if (viewer == Viewer.OWNER) {
          withdraw(card, operation);
        } else if (operation.state() == State.AWAITING_APPROVAL) {
          card.run(Text.of("button.approve"), "/billing-admin approve" + id)
              .run(Text.of("button.reject"), "/billing-admin reject" + id);
        }
      }
      case PROPOSED,
          CONFIRMED,
          SENDING,
          SUCCEEDED,
          REFUSED,
          NOT_SENT,
          SETTLED_DONE,
          SETTLED_NOT_DONE,
          EXPIRED,
          WITHDRAWN,
          REJECTED,
          STALE -> {}
    }
    return card;
  }

  static Reply.Builder withdraw(Reply.Builder card, Operation operation) {
    return card.run(Text.of("button.withdraw"), "/billing operations withdraw " + operation.id());
  }

  static Text due(State state) {
    return switch (state) {
      case HELD -> Text.of("field.sent-at");
      case UNKNOWN -> Text.of("field.looked-at");
      case PROPOSED,
          CONFIRMED,
          AWAITING_APPROVAL,
          SENDING,
          SUCCEEDED,
          REFUSED,
          NOT_SENT,
          SETTLED_DONE,
          SETTLED_NOT_DONE,
          EXPIRED,
          WITHDRAWN,
          REJECTED,
          STALE ->
          Text.of("field.until");
    };
  }

  static Reply.Builder facts(Reply.Builder card, Operation operation) {
    return change(card, operation)
        .field(Text.of("field.account"), Value.data(operation.account().value()));
  }

  private static Reply.Builder change(Reply.Builder card, Operation operation) {
    card.field(Text.of("field.command"), Value.line("/" + operation.command()))
        .field(Text.of("field.concerns"), concerns(operation));
    if (!(operation.commitment() instanceof Commitment.Nothing)) {
      card.field(Text.of("field.amount"), amount(operation.commitment()));
    }
    return card;
  }

  /** Operations as a list. */
  public static Reply list(Text title, List<Operation> operations, Viewer viewer) {
    Reply.Builder card = Reply.card(title);
    if (operations.isEmpty()) {
      return card.body(Text.of("operations.none")).build();
    }
    card.table(
        new Table(
            List.of(
                Text.of("column.operation"),
                Text.of("column.command"),
                Text.of("column.concerns"),
                Text.of("column.amount"),
                Text.of("column.state"),
                Text.of("column.since")),
            operations.stream().map(OperationCards::row).toList()));
    operations.stream()
        .filter(one -> one.state() == State.UNKNOWN || one.state() == State.AWAITING_APPROVAL)
        .limit(3)
        .forEach(one -> card.run(Text.of("button.operation", id(one.id())), viewer.show(one)));
    return card.build();
  }

  private static Table.Row row(Operation operation) {
    return new Table.Row(
        tone(operation.state()),
        List.of(
            id(operation.id()),
            Value.line("/" + operation.command()),
            concerns(operation),
            amount(operation.commitment()),
            operation.state().label(),
            Value.moment(operation.since())));
  }

  /** The first of what it concerns, and how many more. */
  static Value concerns(Operation operation) {
    List<Target> targets =
        operation.targets().stream().sorted(Comparator.comparing(Target::key)).toList();
    Text first = targets.getFirst().label();
    return targets.size() == 1
        ? first
        : Text.of("operation.and-more", first, Value.count(targets.size() - 1L));
  }

  private static Value amount(Commitment commitment) {
    return switch (commitment) {
      case Commitment.Nothing _ -> Value.data("");
      case Commitment.Of(var money) -> Value.amount(money);
      case Commitment.Open _ -> Text.of("operation.amount-open");
    };
  }

  private static Tone tone(State state) {
    return switch (state) {
      case SUCCEEDED, SETTLED_DONE -> Tone.GOOD;
      case UNKNOWN, AWAITING_APPROVAL, HELD -> Tone.WARNING;
      case REFUSED -> Tone.BAD;
      case PROPOSED,
          CONFIRMED,
          SENDING,
          NOT_SENT,
          SETTLED_NOT_DONE,
          EXPIRED,
          WITHDRAWN,
          REJECTED,
          STALE ->
          Tone.NEUTRAL;
    };
  }

  static Text what(Operation operation) {
    State state = operation.state();
    boolean isSettledByHand =
        (state == State.SETTLED_DONE || state == State.SETTLED_NOT_DONE)
            && operation.note(Note.DECIDED_BY).isPresent();
    return Text.of("state." + state.word() + (isSettledByHand ? ".by-hand" : ".what"));
  }

  static String line(Operation operation) {
    return "/billing operations show " + operation.id();
  }

  static Value id(OperationId id) {
    return Value.data(id.value());
  }
}
