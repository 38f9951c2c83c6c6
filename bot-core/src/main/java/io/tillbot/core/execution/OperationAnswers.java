package io.tillbot.core.execution;

import io.tillbot.core.access.Caller;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Instant;
import java.util.Optional;

/** What a person is answered about an operation that did not simply come to its end. */
public final class OperationAnswers {
  private OperationAnswers() {}

  /** How it stands. */
  static Outcome standing(Operation operation, OperationCards.Viewer viewer) {
    Reply card = OperationCards.show(operation, viewer).build();
    return switch (operation.state()) {
      case SUCCEEDED, SETTLED_DONE -> new Outcome.Answered(card);
      case UNKNOWN, SENDING -> new Outcome.Unknown(card);
      case PROPOSED, CONFIRMED, AWAITING_APPROVAL, HELD ->
          new Outcome.Pending(card, operation.due().orElse(operation.since()));
      case REFUSED, NOT_SENT, SETTLED_NOT_DONE, EXPIRED, WITHDRAWN, REJECTED, STALE ->
          new Outcome.Refused(card);
    };
  }

  /** It waits: for somebody else, or for its time. */
  static Outcome pending(Operation operation, Instant until) {
    Reply.Builder card =
        Reply.card(
                Text.of(
                    "operation.pending." + operation.state().word(),
                    OperationCards.id(operation.id())))
            .tone(Tone.WARNING)
            .body(OperationCards.what(operation));
    OperationCards.facts(card, operation)
        .field(OperationCards.due(operation.state()), Value.moment(until));
    return new Outcome.Pending(
        OperationCards.withdraw(card, operation)
            .run(
                Text.of("button.operation", OperationCards.id(operation.id())),
                OperationCards.line(operation))
            .build(),
        until);
  }

  /** What it concerns is locked by another whose outcome is unknown. */
  static Outcome locked(Operation by, Caller asking) {
    Reply.Builder card =
        Reply.card(Text.of("operation.locked"))
            .tone(Tone.WARNING)
            .body(
                Text.of(
                    "operation.locked-by", OperationCards.concerns(by), OperationCards.id(by.id())))
            .body(Text.of("operation.locked-until"));
    if (by.owner().equals(asking)) {
      card.run(Text.of("button.operation", OperationCards.id(by.id())), OperationCards.line(by));
    }
    return new Outcome.Refused(card.build());
  }

  /** The same waits to be sent already: a second one would outlive its being taken back. */
  static Outcome waitsAlready(Operation twin, Caller asking) {
    Reply.Builder card =
        Reply.card(Text.of("operation.waits-already"))
            .tone(Tone.WARNING)
            .body(
                Text.of(
                    "operation.waits-already-what",
                    OperationCards.id(twin.id()),
                    OperationCards.concerns(twin)));
    if (twin.owner().equals(asking)) {
      OperationCards.withdraw(card, twin)
          .run(
              Text.of("button.operation", OperationCards.id(twin.id())), OperationCards.line(twin));
    }
    return new Outcome.Refused(card.build());
  }

  /** Another change of the client is on its way. */
  static Outcome busy(Operation other, String line) {
    return new Outcome.Refused(
        Reply.card(Text.of("operation.busy"))
            .tone(Tone.WARNING)
            .body(Text.of("operation.busy-with", OperationCards.concerns(other)))
            .run(Text.of("button.again"), line)
            .build());
  }

  /** It would be held, and no bot is there to send it when the hold is over. */
  static Outcome nobodyWouldSend(RuleRef rule) {
    return new Outcome.Refused(
        Reply.card(Text.of("operation.no-worker"))
            .tone(Tone.WARNING)
            .body(Text.of("operation.no-worker-what", Value.line("./tillbot run")))
            .field(Text.of("field.rule"), rule.label())
            .build());
  }

  /** The policy asks for more than it did when this was confirmed. */
  static Outcome stricterNow(RuleRef rule, String line) {
    return new Outcome.Refused(
        Reply.card(Text.of("operation.stricter"))
            .tone(Tone.WARNING)
            .body(Text.of("operation.stricter-what"))
            .field(Text.of("field.rule"), rule.label())
            .run(Text.of("button.again"), line)
            .build());
  }

  /** Somebody was faster: what was asked for it is not done. */
  static Outcome elsewhere(Operation operation) {
    return new Outcome.Refused(takenCareOf(operation));
  }

  /** Another process, or another press, goes on with it, and may be sending it. */
  static Outcome goesOn(Operation operation) {
    return new Outcome.Unknown(takenCareOf(operation));
  }

  private static Reply takenCareOf(Operation operation) {
    return Reply.card(Text.of("operation.elsewhere"))
        .tone(Tone.WARNING)
        .body(Text.of("operation.elsewhere-what"))
        .run(
            Text.of("button.operation", OperationCards.id(operation.id())),
            OperationCards.line(operation))
        .build();
  }

  /** Our own fault, before anything was sent. */
  static Outcome broken(Operation operation) {
    return new Outcome.Unavailable(
        Reply.card(Text.of("operation.broken"))
            .tone(Tone.BAD)
            .body(Text.of("operation.broken-what"))
            .run(
                Text.of("button.operation", OperationCards.id(operation.id())),
                OperationCards.line(operation))
            .build());
  }

  /** Our own fault, and not even that could be written down. */
  static Outcome uncertain(Operation operation) {
    return new Outcome.Unknown(
        Reply.card(Text.of("unknown.title"))
            .tone(Tone.WARNING)
            .body(Text.of("operation.uncertain-what"))
            .run(
                Text.of("button.operation", OperationCards.id(operation.id())),
                OperationCards.line(operation))
            .build());
  }

  /** It could not be carried out yet, and is tried again then. */
  static Outcome later(Operation operation, Instant again) {
    return new Outcome.Pending(
        Reply.card(Text.of("operation.later", OperationCards.id(operation.id())))
            .tone(Tone.WARNING)
            .body(Text.of("operation.later-what", Value.moment(again)))
            .run(
                Text.of("button.operation", OperationCards.id(operation.id())),
                OperationCards.line(operation))
            .build(),
        again);
  }

  /** An unknown outcome with the operation's name, by which it can be asked for later. */
  static Outcome named(Outcome outcome, OperationId operation) {
    return outcome instanceof Outcome.Unknown(Reply reply)
        ? new Outcome.Unknown(
            reply
                .more()
                .note(
                    Text.of(
                        "unknown.looked-at-again",
                        OperationCards.id(operation),
                        Value.line("/billing operations show " + operation)))
                .run(
                    Text.of("button.operation", OperationCards.id(operation)),
                    "/billing operations show " + operation)
                .build())
        : outcome;
  }

  /** Nobody agrees to what they have asked for themselves. */
  static Outcome ownApproval(Operation operation) {
    return new Outcome.Refused(
        Reply.card(Text.of("operation.own-approval"))
            .tone(Tone.WARNING)
            .body(Text.of("operation.own-approval-what"))
            .run(
                Text.of("button.operation", OperationCards.id(operation.id())),
                OperationCards.line(operation))
            .build());
  }

  /** There is none of that id that the person may see. */
  public static Outcome none(Optional<OperationId> wanted) {
    Reply.Builder card = Reply.card(Text.of("operation.none")).tone(Tone.WARNING);
    wanted.ifPresent(id -> card.body(Text.of("operation.none-what", OperationCards.id(id))));
    return new Outcome.Refused(
        card.run(Text.of("button.operations"), "/billing operations list").build());
  }

  /** It is in a state in which that cannot be done to it. */
  static Outcome notNow(Operation operation) {
    return new Outcome.Refused(
        Reply.card(Text.of("operation.not-now", OperationCards.id(operation.id())))
            .tone(Tone.WARNING)
            .body(OperationCards.what(operation))
            .build());
  }
}
