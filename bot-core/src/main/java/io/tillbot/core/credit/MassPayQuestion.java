package io.tillbot.core.credit;

import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.invoice.InvoiceTable;
import io.tillbot.core.invoice.UnpaidBalance;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks which unpaid invoices to pay together: those of one currency, the longest due first. */
final class MassPayQuestion {
  private final CommandSpec spec;
  private final OptionSpec<List<InvoiceId>> ids;

  MassPayQuestion(CommandSpec spec, OptionSpec<List<InvoiceId>> ids) {
    this.spec = spec;
    this.ids = ids;
  }

  /** The question, or nothing when there are not enough invoices to combine. */
  Optional<Outcome.NeedsInput> ask(InvoiceList list) {
    Map<CurrencyCode, List<InvoiceSummary>> unpaid =
        list.invoices().stream()
            .filter(invoice -> UnpaidBalance.of(invoice) != null)
            .collect(Collectors.groupingBy(invoice -> open(invoice).currency()));
    return unpaid.values().stream()
        .max(Comparator.comparingInt(List::size))
        .filter(most -> most.size() >= MassPayCommand.LEAST)
        .map(most -> question(most, unpaid.size(), list));
  }

  private Outcome.NeedsInput question(
      List<InvoiceSummary> unpaid, int currencies, InvoiceList list) {
    List<InvoiceSummary> shown =
        unpaid.stream()
            .sorted(
                Comparator.comparing(
                    invoice -> Objects.requireNonNullElse(invoice.due(), LocalDate.MAX)))
            .limit(MassPayCommand.MOST)
            .toList();
    Reply.Builder card =
        Reply.card(Text.of("mass-pay.title"))
            .body(Text.of("mass-pay.how"))
            .field(Text.of("field.try"), Value.line(example(shown)));
    if (currencies > 1) {
      card.note(Text.of("mass-pay.one-currency-shown"));
    }
    if (shown.size() < unpaid.size()) {
      card.note(
          Text.of("mass-pay.some-shown", Value.count(shown.size()), Value.count(unpaid.size())));
    }
    InvoiceTable.noteIfCutShort(list, card);
    return new Outcome.NeedsInput(
        card.build(),
        new Form(
            spec.path().name(),
            Map.of(),
            Text.of("mass-pay.title"),
            List.of(
                new Form.Selection(
                    ids.name(),
                    Text.of("mass-pay.which"),
                    shown.stream().map(MassPayQuestion::option).toList(),
                    MassPayCommand.LEAST))));
  }

  private String example(List<InvoiceSummary> shown) {
    return spec.path() + " " + shown.get(0).id() + " " + shown.get(1).id();
  }

  private static Form.Option option(InvoiceSummary invoice) {
    Value id = Value.data(invoice.id().toString());
    Value open = Value.amount(open(invoice));
    return new Form.Option(
        invoice.id().toString(),
        invoice.due() == null
            ? Text.of("mass-pay.choice", id, open)
            : Text.of("mass-pay.choice-due", id, open, Value.day(invoice.due())));
  }

  private static Money open(InvoiceSummary invoice) {
    return Objects.requireNonNull(UnpaidBalance.of(invoice));
  }
}
