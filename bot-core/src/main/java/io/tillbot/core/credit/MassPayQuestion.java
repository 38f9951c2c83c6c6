package io.tillbot.core.credit;

import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.invoice.InvoiceKind;
import io.tillbot.core.invoice.InvoiceLookup;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Asks which unpaid invoices to pay together: those of one currency, the longest due first. */
final class MassPayQuestion {
  private final CommandSpec spec;
  private final OptionSpec<List<InvoiceId>> ids;

  MassPayQuestion(CommandSpec spec, OptionSpec<List<InvoiceId>> ids) {
    this.spec = spec;
    this.ids = ids;
  }

  /**
   * The question, or nothing when there are not enough invoices to combine. Lists do not tell what
   * an invoice is for: each that would be shown is looked at, so that none is offered and then
   * refused.
   */
  Optional<Outcome.NeedsInput> ask(InvoiceList list, InvoiceLookup lookup) {
    Map<CurrencyCode, List<InvoiceSummary>> unpaid =
        list.invoices().stream()
            .filter(invoice -> UnpaidBalance.of(invoice) != null)
            .collect(Collectors.groupingBy(invoice -> open(invoice).currency()));
    return unpaid.values().stream()
        .max(Comparator.comparingInt(List::size))
        .map(most -> new Offered(longestDue(most), most.size()))
        .map(offered -> offered.only(invoice -> isCombinable(lookup, invoice)))
        .filter(offered -> offered.shown().size() >= MassPayCommand.LEAST)
        .map(offered -> question(offered, unpaid.size(), list));
  }

  private static List<InvoiceSummary> longestDue(List<InvoiceSummary> unpaid) {
    return unpaid.stream()
        .sorted(
            Comparator.comparing(
                invoice -> Objects.requireNonNullElse(invoice.due(), LocalDate.MAX)))
        .limit(MassPayCommand.MOST)
        .toList();
  }

  /** One that cannot be read is offered: what it is shows when it is chosen. */
  private static boolean isCombinable(InvoiceLookup lookup, InvoiceSummary invoice) {
    return lookup
        .find(invoice.id(), null)
        .found()
        .map(read -> InvoiceKind.of(read) == InvoiceKind.REGULAR)
        .orElse(true);
  }

  /** What is shown, of how many. */
  private record Offered(List<InvoiceSummary> shown, int of) {
    Offered only(Predicate<InvoiceSummary> wanted) {
      List<InvoiceSummary> left = shown.stream().filter(wanted).toList();
      return new Offered(left, of - (shown.size() - left.size()));
    }
  }

  private Outcome.NeedsInput question(Offered offered, int currencies, InvoiceList list) {
    List<InvoiceSummary> shown = offered.shown();
    Reply.Builder card =
        Reply.card(Text.of("mass-pay.title"))
            .body(Text.of("mass-pay.how"))
            .field(Text.of("field.try"), Value.line(example(shown)));
    if (currencies > 1) {
      card.note(Text.of("mass-pay.one-currency-shown"));
    }
    if (shown.size() < offered.of()) {
      card.note(
          Text.of("mass-pay.some-shown", Value.count(shown.size()), Value.count(offered.of())));
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
