package io.tillbot.core.overview;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.account.AccountChoice;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.cancellation.BeingCancelled;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.credit.Holdings;
import io.tillbot.core.invoice.InvoiceTable;
import io.tillbot.core.invoice.InvoiceWords;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An account at a glance: credit, what is owed, servers that are being cancelled, linked accounts.
 * Each part is what a command shows, and is left out where the policy does not allow that command.
 */
public final class Overview {
  /** The command that shows it. */
  public static final String COMMAND = "billing overview";

  private static final int MOST_INVOICES = 30;
  private static final int MOST_PAY_BUTTONS = 3;

  private final Supplier<CommandRegistry> registry;
  private final Gatekeeper gatekeeper;
  private final CredentialVault vault;
  private final InvoiceWords words;

  /**
   * @param registry asked when the overview is, since its command is itself a part of it
   */
  public Overview(
      Supplier<CommandRegistry> registry,
      Gatekeeper gatekeeper,
      CredentialVault vault,
      InvoiceWords words) {
    this.registry = registry;
    this.gatekeeper = gatekeeper;
    this.vault = vault;
    this.words = words;
  }

  /**
   * What is known without the billing system, for where a person should not wait for it; empty
   * where they may not see an overview there.
   */
  public Optional<Reply> beforehand(Caller caller, Place place) {
    Permitted permitted = permitted(caller, place);
    if (!permitted.allows(COMMAND)) {
      return Optional.empty();
    }
    if (vault.inUse(caller).isEmpty()) {
      return Optional.of(AccountChoice.needed(vault, caller));
    }
    Reply.Builder card = Reply.card(Text.of("overview.title"));
    accounts(card, permitted);
    return Optional.of(card.note(Text.of("overview.asking")).build());
  }

  Outcome of(Call call, BillingReads billing) {
    Permitted permitted = permitted(call.caller(), call.place());
    Summary summary = new Summary(Reply.card(Text.of("overview.title")));
    credit(summary, permitted, billing);
    invoices(summary, permitted, billing);
    cancellations(summary, permitted, billing);
    accounts(summary.card(), permitted);
    return summary.outcome(
        permitted.allows("billing link") ? Summary.Linking.ALLOWED : Summary.Linking.DENIED);
  }

  private Permitted permitted(Caller caller, Place place) {
    return new Permitted(registry.get(), gatekeeper, caller, place);
  }

  private static void credit(Summary summary, Permitted permitted, BillingReads billing) {
    if (permitted.allows("credit")) {
      summary.part(
          Text.of("overview.credit"),
          () -> Holdings.read(billing),
          holdings ->
              summary.card().field(Text.of("field.credit"), Value.amount(holdings.credit())));
    }
  }

  private void invoices(Summary summary, Permitted permitted, BillingReads billing) {
    if (permitted.allows("invoices")) {
      summary.part(
          Text.of("overview.invoices"),
          () -> billing.getInvoices(new ReadRequest.GetInvoices(null)),
          list -> invoices(summary, permitted, list));
    }
  }

  private void invoices(Summary summary, Permitted permitted, InvoiceList list) {
    Reply.Builder card = summary.card();
    List<InvoiceSummary> unpaid =
        new InvoiceTable(words).putUnpaid(list.invoices(), MOST_INVOICES, card);
    InvoiceTable.noteIfCutShort(list, card);
    long overdue =
        unpaid.stream().filter(invoice -> words.isOverdue(invoice.status(), invoice.due())).count();
    if (unpaid.isEmpty()) {
      card.body(
          Text.of(
              list.isCutShort() ? "overview.nothing-unpaid-listed" : "overview.nothing-unpaid"));
      return;
    }
    if (overdue > 0) {
      card.body(Text.of("overview.overdue", Value.count(overdue)));
    }
    summary.tone(overdue > 0 ? Tone.BAD : Tone.WARNING);
    if (permitted.allows("pay")) {
      unpaid.stream()
          .limit(MOST_PAY_BUTTONS)
          .map(InvoiceSummary::id)
          .forEach(id -> card.run(Text.of("button.pay-of", name(id)), "/pay " + id));
    }
    if (permitted.allows("invoice")) {
      InvoiceId soonest = unpaid.getFirst().id();
      card.run(Text.of("button.invoice-of", name(soonest)), "/invoice " + soonest);
    }
    card.run(Text.of("button.unpaid"), "/invoices unpaid");
  }

  private static Value name(InvoiceId id) {
    return Value.data(id.toString());
  }

  private static void cancellations(Summary summary, Permitted permitted, BillingReads billing) {
    if (permitted.allows("cancel list")) {
      BeingCancelled.Undo undo =
          permitted.allows("cancel undo")
              ? BeingCancelled.Undo.OFFERED
              : BeingCancelled.Undo.NOT_OFFERED;
      summary.part(
          Text.of("overview.cancellations"),
          () -> BeingCancelled.read(billing),
          found -> found.put(summary.card(), undo));
    }
  }

  private void accounts(Reply.Builder card, Permitted permitted) {
    if (!permitted.allows("billing accounts")) {
      return;
    }
    Caller caller = permitted.caller();
    Optional<AccountName> inUse = vault.inUse(caller);
    inUse.ifPresent(
        account -> card.field(Text.of("field.account-in-use"), Value.data(account.value())));
    List<AccountName> others =
        vault.links(caller).stream()
            .map(CredentialVault.Link::account)
            .filter(account -> !inUse.equals(Optional.of(account)))
            .toList();
    if (!others.isEmpty()) {
      card.field(
              Text.of("field.other-accounts"),
              Value.data(others.stream().map(AccountName::value).collect(Collectors.joining(", "))))
          .run(Text.of("button.accounts"), "/billing accounts");
    }
    if (inUse.equals(Optional.of(AccountName.UNNAMED))) {
      card.note(Text.of("link.again-why"));
      if (permitted.allows("billing link")) {
        card.run(Text.of("button.link"), "/billing link");
      }
    }
  }
}
