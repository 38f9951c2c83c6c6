package io.tillbot.core;

import static io.tillbot.core.support.TestBot.ACCOUNT;
import static io.tillbot.core.support.TestBot.ANN;
import static io.tillbot.core.support.TestBot.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.InMemoryTickets;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.Tickets.Found;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.operation.Target;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.support.Words;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfirmationsTest {
  private static final AccountName OTHER = new AccountName("2001@whmcs_com");

  private final Confirmations confirmations = new Confirmations(new InMemoryTickets(CLOCK), CLOCK);

  @Test
  void whatIsAskedIsForTheAccountForWhichItWasShown() {
    Ticket ticket = asked();

    assertThat(Confirmations.isFor(ACCOUNT, ticket)).isTrue();
    assertThat(Confirmations.isFor(OTHER, ticket)).isFalse();
    assertThat(Confirmations.differences(ticket, new PaidNowhere()))
        .as("the account is no fact of the change")
        .isEmpty();
  }

  @Test
  void whoHasPutAnotherAccountToUseIsToldBoth() {
    Outcome outcome = Confirmations.otherAccount(OTHER, asked());

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(outcome.reply().body()))
        .containsExactly("confirm.other-account-what(77@whmcs_eu, 2001@whmcs_com)");
    assertThat(Words.buttons(outcome.reply())).containsExactly("/billing accounts");
  }

  private Ticket asked() {
    Call call = new Call(ANN, Place.terminal(), Options.none(), Call.Stage.TYPED);
    Outcome asked =
        confirmations.ask(
            call, ACCOUNT, CommandSpec.money("give", Visibility.PRIVATE), new PaidNowhere());
    if (asked instanceof Outcome.NeedsConfirmation(var _, var id)
        && confirmations.take(new Press(ANN, Place.terminal(), id))
            instanceof Found.Good(Ticket ticket)) {
      return ticket;
    }
    throw new AssertionError("nothing was asked: " + asked);
  }

  /** A change that is never sent. */
  private static final class PaidNowhere implements Change<String> {
    @Override
    public Text subject() {
      return Text.of("test.subject");
    }

    @Override
    public Reply.Builder preview() {
      return Reply.card(Text.of("test.preview"));
    }

    @Override
    public Snapshot snapshot() {
      return Snapshot.builder().fact(Fact.BALANCE, "50.00 EUR").build();
    }

    @Override
    public Set<Target> targets() {
      return Set.of(Target.client());
    }

    @Override
    public Commitment commitment() {
      return Commitment.nothing();
    }

    @Override
    public ApiResult<String> send(BillingWrites writes) {
      throw new AssertionError("sent");
    }

    @Override
    public Finding find(Optional<String> told, BillingReads reads, CreditTrail trail) {
      throw new AssertionError("read");
    }

    @Override
    public void whereToLook(Reply.Builder card) {}
  }
}
