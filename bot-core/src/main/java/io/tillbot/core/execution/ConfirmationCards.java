package io.tillbot.core.execution;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.SortedMap;

/** What a person sees around a confirmation. */
public final class ConfirmationCards {
  private ConfirmationCards() {}

  /** The change, and the question. */
  static Outcome ask(Change<?> change, List<Text> terms, TicketId ticket) {
    Reply.Builder card = change.preview().tone(Tone.WARNING);
    terms.forEach(card::body);
    return new Outcome.NeedsConfirmation(
        card.note(Text.of("confirm.nothing-yet"))
            .button(Text.of("button.confirm"), new Button.Confirm(ticket))
            .button(Text.of("button.stop"), new Button.Stop(ticket))
            .build(),
        ticket);
  }

  /** Says for which account the change was shown, and which is in use instead. */
  static Outcome otherAccount(AccountName inUse, AccountName shown) {
    return new Outcome.Refused(
        Reply.card(Text.of("confirm.other-account"))
            .tone(Tone.WARNING)
            .body(
                Text.of(
                    "confirm.other-account-what",
                    Value.data(shown.value()),
                    Value.data(inUse.value())))
            .run(Text.of("button.accounts"), "/billing accounts")
            .build());
  }

  /** Says what has changed, and how to look again. */
  static Outcome stale(SortedMap<Fact, Snapshot.Difference> differences, String line) {
    Reply.Builder card =
        Reply.card(Text.of("confirm.stale"))
            .tone(Tone.WARNING)
            .body(Text.of("confirm.stale-nothing-sent"));
    differences.forEach((fact, difference) -> card.field(fact.label(), shown(fact, difference)));
    return new Outcome.Refused(card.run(Text.of("button.again"), line).build());
  }

  /** Says that nothing was changed. */
  static Outcome stopped() {
    return new Outcome.Answered(Reply.of(Text.of("confirm.stopped")));
  }

  /** Says that a button serves somebody else. */
  public static Outcome foreign() {
    return refusal("ticket.foreign", "ticket.foreign-what-to-do");
  }

  /** Says that a button serves no more. */
  public static Outcome gone() {
    return refusal("ticket.gone", "ticket.gone-what-to-do");
  }

  /**
   * Says that a confirmation serves no more. It may have been pressed before and be on its way, so
   * that nobody is told to run it again.
   */
  static Outcome spent() {
    return new Outcome.Refused(
        Reply.card(Text.of("ticket.gone"))
            .tone(Tone.WARNING)
            .body(Text.of("ticket.spent-what-to-do"))
            .run(Text.of("button.operations"), "/billing operations list")
            .build());
  }

  /**
   * Says that a press was left behind before anything was begun for it. It is not begun any more:
   * whoever pressed may have been told that it failed, and have done the same anew.
   */
  public static Outcome notBegun() {
    return refusal("confirm.not-begun", "confirm.not-begun-what-to-do");
  }

  /** Says that it is not known whether a press was taken: it may be on its way. */
  static Outcome unclear() {
    return new Outcome.Unknown(
        Reply.card(Text.of("confirm.unclear"))
            .tone(Tone.WARNING)
            .body(Text.of("confirm.unclear-what-to-do"))
            .run(Text.of("button.operations"), "/billing operations list")
            .build());
  }

  private static Outcome refusal(String title, String whatToDo) {
    return new Outcome.Refused(
        Reply.card(Text.of(title)).tone(Tone.WARNING).body(Text.of(whatToDo)).build());
  }

  private static Value shown(Fact fact, Snapshot.Difference difference) {
    return fact == Fact.PROFILE
        ? Text.of("confirm.changed-privately")
        : Text.of("confirm.changed", shown(difference.before()), shown(difference.now()));
  }

  private static Value shown(String fact) {
    return fact.isEmpty() ? Text.of("confirm.not-told") : Value.data(fact);
  }
}
