package io.tillbot.core.operation;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.list;
import static io.tillbot.core.Samples.payable;
import static io.tillbot.core.Samples.row;
import static io.tillbot.core.Samples.unpaid;
import static io.tillbot.core.Samples.withLines;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.support.ScriptedBilling;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The changes that move money or make invoices. */
final class MoneyCases {
  private static final WriteAnswer.Acknowledged YES = new WriteAnswer.Acknowledged();
  private static final InvoiceSummary OLD = row(70, InvoiceStatus.PAID, null, eur("25.00"), null);
  private static final InvoiceSummary NEW = unpaid(555, "2026-12-03", "25.00", "EUR");

  private MoneyCases() {}

  static Stream<RecallCase> all() {
    return Stream.concat(payments(), Stream.of(massPayment(), topUp(), serverBill()));
  }

  private static Stream<RecallCase> payments() {
    Invoice bare = amounts(InvoiceStatus.UNPAID, null, null, null);
    Invoice combining =
        withLines(
            payable(123, InvoiceStatus.UNPAID, eur("121.00")),
            List.of(original(101), original(102)));
    return Stream.of(
        payment(
            "pay, as the balance shows",
            payable(123, InvoiceStatus.UNPAID, eur("121.00")),
            payable(123, InvoiceStatus.UNPAID, eur("71.00"))),
        payment(
            "pay, as the invoice's credit shows",
            amounts(InvoiceStatus.UNPAID, eur("5.00"), null, null),
            amounts(InvoiceStatus.UNPAID, eur("55.00"), null, null)),
        payment(
            "pay, as the total shows",
            amounts(InvoiceStatus.UNPAID, null, eur("121.00"), null),
            amounts(InvoiceStatus.UNPAID, null, eur("71.00"), null)),
        payment(
            "pay, as the status shows",
            amounts(InvoiceStatus.UNPAID, null, eur("50.00"), eur("50.00")),
            amounts(InvoiceStatus.PAID, null, eur("50.00"), null)),
        payment(
            "pay what combines others",
            combining,
            withLines(payable(123, InvoiceStatus.UNPAID, eur("71.00")), combining.lines()),
            "invoice/123",
            "invoice/101",
            "invoice/102"),
        unproven(
            payment("pay, as nothing shows", bare, amounts(InvoiceStatus.PAID, null, null, null))),
        unproven(
            payment(
                "pay, as a total shows beside a balance",
                amounts(InvoiceStatus.UNPAID, null, eur("121.00"), eur("121.00")),
                amounts(InvoiceStatus.UNPAID, null, eur("71.00"), null))));
  }

  private static RecallCase payment(String name, Invoice before, Invoice after, String... targets) {
    return new RecallCase(
        name,
        "/pay 123 50",
        account("150.50", before),
        account("100.50", after),
        YES,
        Finding.Done.class,
        Finding.Unproven.class,
        targets.length == 0 ? Set.of("invoice/123") : Set.of(targets),
        Commitment.of(eur("50.00")));
  }

  private static RecallCase unproven(RecallCase payment) {
    return new RecallCase(
        payment.name(),
        payment.line(),
        payment.before(),
        payment.done(),
        payment.told(),
        Finding.Unproven.class,
        Finding.Unproven.class,
        payment.targets(),
        payment.commitment());
  }

  private static RecallCase massPayment() {
    Invoice combined =
        withLines(
            payable(555, InvoiceStatus.UNPAID, eur("84.69")),
            List.of(original(101), original(102)));
    InvoiceSummary[] two = {
      unpaid(101, "2026-11-30", "48.40", "EUR"), unpaid(102, "2026-11-01", "36.29", "EUR")
    };
    return new RecallCase(
        "mass-pay",
        "/mass-pay 101 102",
        billing ->
            invoices(billing, two)
                .gives(
                    ReadRequest.GetInvoice.class, payable(101, InvoiceStatus.UNPAID, eur("48.40")))
                .gives(
                    ReadRequest.GetInvoice.class, payable(102, InvoiceStatus.UNPAID, eur("36.29"))),
        billing ->
            invoices(billing, two[0], two[1], unpaid(555, "2026-12-03", "84.69", "EUR"))
                .always(ReadRequest.GetInvoice.class, new ApiResult.Done<>(combined)),
        new WriteAnswer.CombinedInvoiceCreated(new InvoiceId(555)),
        Finding.Done.class,
        Finding.Unproven.class,
        Set.of("invoice/101", "invoice/102"),
        Commitment.nothing());
  }

  /** Not listed, and its lines tell nothing: only the sum of the others shows what it is. */
  static RecallCase hiddenMassPayment() {
    RecallCase listed = massPayment();
    Invoice silent =
        withLines(
            new Invoice(
                new InvoiceId(555),
                InvoiceStatus.UNPAID,
                null,
                null,
                null,
                null,
                null,
                null,
                eur("84.69"),
                eur("84.69"),
                null,
                null,
                List.of()),
            List.of());
    return new RecallCase(
        "mass-pay, hidden",
        listed.line(),
        listed.before(),
        billing ->
            invoices(billing).always(ReadRequest.GetInvoice.class, new ApiResult.Done<>(silent)),
        listed.told(),
        Finding.Unproven.class,
        Finding.Unproven.class,
        listed.targets(),
        listed.commitment());
  }

  private static RecallCase topUp() {
    Invoice funds =
        withLines(
            payable(555, InvoiceStatus.UNPAID, eur("25.00")),
            List.of(new InvoiceLine(null, null, "AddFunds", "", eur("25.00"))));
    return new RecallCase(
        "top-up",
        "/top-up 25 December --subscribe",
        billing -> invoices(billing, OLD),
        billing ->
            invoices(billing, OLD, NEW)
                .always(ReadRequest.GetInvoice.class, new ApiResult.Done<>(funds)),
        new WriteAnswer.FundsInvoiceCreated(NEW),
        Finding.Done.class,
        Finding.Unproven.class,
        Set.of("client/*"),
        Commitment.of(eur("25.00")));
  }

  private static RecallCase serverBill() {
    return new RecallCase(
        "server bill",
        "/server bill 42",
        billing -> server(billing, "150.50", List.of(OLD)),
        billing -> server(billing, "125.50", List.of(OLD, NEW)),
        new WriteAnswer.DueInvoicesGenerated(List.of(NEW)),
        Finding.Done.class,
        Finding.Unproven.class,
        Set.of("server/42"),
        Commitment.open());
  }

  private static void server(ScriptedBilling billing, String credit, List<InvoiceSummary> rows) {
    ServerCases.server("Active").accept(credit(billing, credit));
    billing.always(ReadRequest.GetRelatedInvoices.class, new ApiResult.Done<>(rows));
  }

  static Consumer<ScriptedBilling> account(String credit, Invoice invoice) {
    return billing ->
        invoices(credit(billing, credit))
            .always(ReadRequest.GetInvoice.class, new ApiResult.Done<>(invoice));
  }

  static ScriptedBilling credit(ScriptedBilling billing, String credit) {
    return billing
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .always(
            ReadRequest.GetCredits.class,
            new ApiResult.Done<>(new CreditBalance(new BigDecimal(credit))));
  }

  private static ScriptedBilling invoices(ScriptedBilling billing, InvoiceSummary... rows) {
    return billing
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(list(rows)));
  }

  private static InvoiceLine original(long id) {
    return new InvoiceLine(new AccountId(id), null, "Invoice", "", null);
  }

  private static Invoice amounts(
      InvoiceStatus status,
      @Nullable Money credit,
      @Nullable Money total,
      @Nullable Money balance) {
    return new Invoice(
        new InvoiceId(123),
        status,
        null,
        null,
        null,
        null,
        credit,
        null,
        total,
        balance,
        new Location("whmcs_eu"),
        null,
        List.of());
  }
}
