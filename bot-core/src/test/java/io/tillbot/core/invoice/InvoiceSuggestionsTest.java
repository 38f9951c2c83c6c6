package io.tillbot.core.invoice;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.list;
import static io.tillbot.core.Samples.refusal;
import static io.tillbot.core.Samples.row;
import static io.tillbot.core.Samples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.InMemoryCredentialVault;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.invoice.InvoiceSuggestions.Suggested;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceSuggestionsTest {
  private final ScriptedBilling billing = new ScriptedBilling();
  private final InMemoryCredentialVault vault = new InMemoryCredentialVault(TestBot.CLOCK);
  private final InvoiceSuggestions suggestions =
      new InvoiceSuggestions(vault, billing, TestBot.CLOCK);

  @Test
  void theNewestComeFirstWithStatusAndDueDateAlone() {
    link();
    billing.gives(
        ReadRequest.GetInvoices.class,
        list(
            unpaid(2, "2026-11-01", "3.00", "EUR"),
            row(3, InvoiceStatus.PAID, null, eur("1"), null)));
    assertThat(suggestions.of(TestBot.ANN))
        .containsExactly(
            new Suggested(new InvoiceId(3), List.of(Text.of("invoice.status.paid"))),
            new Suggested(
                new InvoiceId(2),
                List.of(Text.of("invoice.status.overdue"), Value.day(LocalDate.of(2026, 11, 1)))));
  }

  @Test
  void whoIsNotLinkedIsOfferedNothingAndNothingIsAsked() {
    assertThat(suggestions.of(TestBot.ANN)).isEmpty();
    assertThat(billing.requests()).isEmpty();
  }

  @Test
  void anApiThatSaysNoOffersNothing() {
    link();
    billing.on(ReadRequest.GetInvoices.class, new ApiResult.Refused<>(refusal("no")));
    assertThat(suggestions.of(TestBot.ANN)).isEmpty();
  }

  private void link() {
    vault.store(TestBot.ANN, TestBot.ACCOUNT, new Credential.Token(Secret.of(TestBot.FAKE_TOKEN)));
  }
}
