package io.tillbot.core;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.payable;
import static io.tillbot.core.support.TestBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Platform;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.invoice.PaymentPages;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import io.tillbot.core.policy.Terms;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a workspace that wants it so, the bot moves no money, and leads to where people pay. */
class PaymentsByLinkTest {
  private static final List<PolicyRule> ALL =
      List.of(
          new PolicyRule(
              new RuleRef("all", 1),
              Scope.everything(),
              new PolicyRule.Ruling.Allow(Terms.none())));
  private static final Policy BY_LINK = new Policy(ALL, Set.of(Workspace.of(ANN)));

  private final AtomicReference<Policy> policy = new AtomicReference<>(BY_LINK);
  private final TestBot bot = TestBot.linked(new Gatekeeper(policy::get));

  @ParameterizedTest
  @ValueSource(strings = {"/pay 123", "/top-up 25", "/mass-pay 1 2", "/server bill 42"})
  void noCommandMovesMoneyThere(String line) {
    Outcome refusal = bot.say(line);
    assertThat(refusal).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refusal.reply().body())).contains("policy.pays-by-link");
    assertThat(bot.billing().requests()).isEmpty();
    assertThat(opened(refusal)).as("where to pay").containsExactly(clientArea());
  }

  @Test
  void theButtonsOfCardsLeadThereToo() {
    bot.billing()
        .on(
            ReadRequest.GetInvoice.class,
            new ApiResult.Done<>(payable(123, InvoiceStatus.UNPAID, eur("30.29"))));
    Outcome card = bot.say("/invoice 123 --no-pdf");
    assertThat(Words.buttons(card.reply())).doesNotContain("/pay 123").contains("/pay-methods 123");
    assertThat(opened(card)).containsExactly(clientArea());
  }

  @Test
  void aChangeOfWhichNobodyHadSaidYesYetIsNotSent() {
    policy.set(new Policy(ALL));
    bot.billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(Samples.list()));
    Outcome preview = bot.say("/top-up 25");
    TicketId ticket = ((Outcome.NeedsConfirmation) preview).ticket();

    policy.set(BY_LINK);

    assertThat(bot.press(ANN, ticket)).isInstanceOf(Outcome.Refused.class);
    assertThat(bot.billing().requests()).noneMatch(WriteRequest.class::isInstance);
  }

  @Test
  void otherWorkspacesPayAsBefore() {
    policy.set(new Policy(ALL, Set.of(new Workspace(Platform.SLACK, "T1"))));
    bot.billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(Samples.list()));
    assertThat(bot.say("/top-up 25")).isInstanceOf(Outcome.NeedsConfirmation.class);
  }

  private static String clientArea() {
    return PaymentPages.defaults().clientArea().toString();
  }

  private static List<String> opened(Outcome outcome) {
    return outcome.reply().buttons().stream()
        .map(Button::action)
        .filter(Button.Open.class::isInstance)
        .map(Button.Action::id)
        .toList();
  }
}
