package io.tillbot.app.sandboxed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.Entity;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Months of a customer who does this and that, some answers lost on the way: the books balance
 * after each step, an answer that is lost hides one change and no more, and what the client reads
 * is what the books hold.
 */
final class WanderingTest {
  private static final int STEPS = 80;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theBooksBalanceAfterEveryStep(long seed) {
    try (Meeting meeting = new Meeting()) {
      Walk walk = new Walk(meeting, new SplittableRandom(seed));
      for (int step = 0; step < STEPS; step++) {
        walk.step();
        Ledger.assertBalanced(meeting);
      }
      walk.assertThatTheClientReadsTheBooks();
    }
  }

  private static final class Walk {
    private final Meeting meeting;
    private final SplittableRandom random;
    private final BillingReads reads;
    private final BillingWrites writes;

    Walk(Meeting meeting, SplittableRandom random) {
      this.meeting = meeting;
      this.random = random;
      this.reads = meeting.demo().reads();
      this.writes = meeting.demo().writes();
    }

    void step() {
      switch (random.nextInt(10)) {
        case 0 -> meeting.sandbox().pay("whmcs_eu", unpaid());
        case 1 -> meeting.pass(Duration.ofDays(random.nextInt(1, 12)));
        default -> write();
      }
    }

    private void write() {
      Map<String, Set<Object>> before = meeting.page();
      boolean lost = random.nextInt(6) == 0;
      if (lost) {
        meeting.sandbox().add(Fault.of(FaultKind.RESET_AFTER).times(1));
      }

      ApiResult<?> result = anyWrite();

      if (lost) {
        assertThat(result).isEqualTo(new ApiResult.Unknown<>(UnknownCause.CONNECTION_LOST));
        return;
      }
      switch (result) {
        case ApiResult.Done<?> _ -> assertThat(meeting.page()).isNotEqualTo(before);
        case ApiResult.Refused<?> _ -> assertThat(meeting.page()).isEqualTo(before);
        case ApiResult.NotAuthorized<?> _, ApiResult.NotSent<?> _, ApiResult.Unknown<?> _ ->
            throw new AssertionError("unexpected: " + result);
      }
    }

    private ApiResult<?> anyWrite() {
      return switch (random.nextInt(7)) {
        case 0 ->
            writes.createAddFunds(new WriteRequest.CreateAddFunds(amount(15, 200), null, null));
        case 1 ->
            writes.generateDueInvoice(
                new WriteRequest.GenerateDueInvoice(PortMethod.server(server())));
        case 2 -> writes.massPay(PortMethod.massPay(twoUnpaid()));
        case 3 ->
            writes.requestCancellation(PortMethod.cancel(server(), CancellationTime.IMMEDIATE));
        case 4 ->
            writes.requestCancellation(PortMethod.cancel(server(), CancellationTime.END_OF_PERIOD));
        case 5 -> writes.deleteCancellationRequest(PortMethod.undo(server()));
        default ->
            writes.applyCredit(
                new WriteRequest.ApplyCredit(new InvoiceId(unpaid()), amount(0, 90)));
      };
    }

    void assertThatTheClientReadsTheBooks() {
      assertThat(Meeting.done(reads.getInvoices(new ReadRequest.GetInvoices(null))))
          .isEqualTo(meeting.books(view -> new Truth(view).invoices(Truth.DEMO)));
      assertThat(Meeting.done(reads.transactions(new ReadRequest.Transactions(null, null, null))))
          .isEqualTo(
              meeting.books(
                  view -> new Truth(view).transactions(List.of(Truth.DEMO, Truth.DEMO_ELSEWHERE))));
      assertThat(Meeting.done(reads.getCredits(new ReadRequest.GetCredits())))
          .isEqualTo(
              new CreditBalance(meeting.row(Client.class, Truth.DEMO).orElseThrow().credit()));
      for (Invoice invoice : invoices()) {
        var request = ReadRequest.GetInvoice.of(new InvoiceId(invoice.id()), null);
        assertThat(Meeting.done(reads.getInvoice(request)))
            .isEqualTo(meeting.books(view -> new Truth(view).invoice(invoice.key())));
      }
    }

    private int unpaid() {
      List<Invoice> open =
          invoices().stream().filter(row -> row.status() == InvoiceStatus.UNPAID).toList();
      return open.isEmpty() ? 101 : open.get(random.nextInt(open.size())).id();
    }

    private int[] twoUnpaid() {
      int first = unpaid();
      int second = unpaid();
      return first == second ? new int[] {101, 102} : new int[] {first, second};
    }

    private int server() {
      List<Server> servers = owned(Server.class, Truth.DEMO);
      return servers.get(random.nextInt(servers.size())).key();
    }

    private List<Invoice> invoices() {
      return owned(Invoice.class, Truth.DEMO);
    }

    private <E extends Entity> List<E> owned(Class<E> kind, ClientKey owner) {
      return meeting.books(view -> view.ownedBy(kind, owner));
    }

    private BigDecimal amount(int fromEuros, int toEuros) {
      return BigDecimal.valueOf(random.nextLong(fromEuros * 100L + 1, toEuros * 100L), 2);
    }
  }
}
