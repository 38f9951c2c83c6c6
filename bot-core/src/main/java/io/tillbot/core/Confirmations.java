package io.tillbot.core;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Asks before a change, and knows it again when its owner says yes. What is kept in between is the
 * command as it was given and the snapshot that was agreed to, never the change itself.
 */
final class Confirmations {
  /** As long as a chat lets an answer be edited, and as a person remembers what was asked. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final String COMMAND = "command";
  private static final String ACCOUNT = "account";
  private static final String OPTION = "option:";
  private static final String FACT = "fact:";

  private final Tickets tickets;
  private final Clock clock;

  Confirmations(Tickets tickets, Clock clock) {
    this.tickets = tickets;
    this.clock = clock;
  }

  /** Shows the change and waits for its owner's word. */
  Outcome ask(Call call, AccountName account, CommandSpec spec, Change<?> change) {
    Map<String, String> facts = new HashMap<>();
    facts.put(COMMAND, spec.path().name());
    facts.put(ACCOUNT, account.value());
    call.options().words().forEach((name, word) -> facts.put(OPTION + name, word));
    change.snapshot().facts().forEach((fact, value) -> facts.put(FACT + fact.name(), value));
    TicketId ticket =
        tickets.keep(
            new Ticket(
                call.caller(), Ticket.Purpose.CONFIRMATION, facts, clock.instant().plus(LIFE)));
    return new Outcome.NeedsConfirmation(
        change
            .preview()
            .tone(Tone.WARNING)
            .note(Text.of("confirm.nothing-yet"))
            .button(Text.of("button.confirm"), new Button.Confirm(ticket))
            .button(Text.of("button.stop"), new Button.Stop(ticket))
            .build(),
        ticket);
  }

  /** Uses the ticket up: nobody can confirm or stop the same change after this. */
  Tickets.Found take(Press press) {
    return tickets.take(press.ticket(), press.caller(), Ticket.Purpose.CONFIRMATION);
  }

  /** The command that the ticket was for. */
  static Invocation.Named command(Ticket ticket) {
    return new Invocation.Named(
        ticket.facts().getOrDefault(COMMAND, ""), under(OPTION, ticket.facts()));
  }

  /** Whether the change was shown for that account. */
  static boolean isFor(AccountName account, Ticket ticket) {
    return account.value().equals(ticket.facts().get(ACCOUNT));
  }

  /** Says for which account the change was shown, and which is in use instead. */
  static Outcome otherAccount(AccountName inUse, Ticket ticket) {
    return new Outcome.Refused(
        Reply.card(Text.of("confirm.other-account"))
            .tone(Tone.WARNING)
            .body(
                Text.of(
                    "confirm.other-account-what",
                    Value.data(ticket.facts().getOrDefault(ACCOUNT, "")),
                    Value.data(inUse.value())))
            .run(Text.of("button.accounts"), "/billing accounts")
            .build());
  }

  /** What differs from what was agreed to; empty when the change may be sent. */
  static SortedMap<Fact, Snapshot.Difference> differences(Ticket ticket, Change<?> change) {
    Map<Fact, String> agreed = new EnumMap<>(Fact.class);
    under(FACT, ticket.facts()).forEach((name, value) -> agreed.put(Fact.valueOf(name), value));
    return change.snapshot().changesSince(new Snapshot(agreed));
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

  private static Value shown(Fact fact, Snapshot.Difference difference) {
    return fact == Fact.PROFILE
        ? Text.of("confirm.changed-privately")
        : Text.of("confirm.changed", shown(difference.before()), shown(difference.now()));
  }

  /** Says that a button serves somebody else. */
  static Outcome foreign() {
    return refusal("ticket.foreign", "ticket.foreign-what-to-do");
  }

  /** Says that a button serves no more. */
  static Outcome gone() {
    return refusal("ticket.gone", "ticket.gone-what-to-do");
  }

  /**
   * Says that a confirmation serves no more. It may have been pressed before and be on its way, so
   * that nobody is told to run it again.
   */
  static Outcome spent() {
    return refusal("ticket.gone", "ticket.spent-what-to-do");
  }

  private static Outcome refusal(String title, String whatToDo) {
    return new Outcome.Refused(
        Reply.card(Text.of(title)).tone(Tone.WARNING).body(Text.of(whatToDo)).build());
  }

  private static Value shown(String fact) {
    return fact.isEmpty() ? Text.of("confirm.not-told") : Value.data(fact);
  }

  private static Map<String, String> under(String prefix, Map<String, String> facts) {
    Map<String, String> found = new HashMap<>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), value);
          }
        });
    return found;
  }
}
