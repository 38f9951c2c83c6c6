package io.tillbot.core.support;

import static io.tillbot.core.Samples.eur;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An account at the billing system that does what it is told: invoices 123 and 124 of 121.00 EUR,
 * credit of 150.50 EUR and the server 42. Safe for many threads.
 */
public final class LiveAccount {
  private static final AccountId ACCOUNT = new AccountId(7042);

  private final Map<Long, Money> balances = new ConcurrentHashMap<>();
  private final List<Object> sent = new CopyOnWriteArrayList<>();
  private volatile Money credit = eur("150.50");
  private volatile boolean isCancelled;
  private volatile boolean isDown;
  private volatile Fate fate = Fate.DONE;
  private volatile Runnable atSend = () -> {};
  private volatile Runnable atRead = () -> {};
  private volatile Runnable atReadEnd = () -> {};

  /** What becomes of a request that changes something. */
  public enum Fate {
    DONE,
    /** It is done, and the answer is lost. */
    DONE_UNTOLD,
    /** It is not done, and the answer is lost. */
    LOST,
    /** The API says no. */
    REFUSED,
    NOT_SENT
  }

  /** Stands behind the billing API. */
  public LiveAccount(ScriptedBilling billing) {
    balances.put(123L, eur("121.00"));
    balances.put(124L, eur("121.00"));
    billing
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .answers(ReadRequest.GetCredits.class, _ -> read(this::credit))
        .answers(ReadRequest.GetInvoice.class, request -> read(() -> invoice(request)))
        .answers(ReadRequest.GetInvoices.class, _ -> read(Samples::list))
        .answers(ReadRequest.GetBillingData.class, _ -> read(LiveAccount::server))
        .answers(ReadRequest.GetCancellationRequests.class, _ -> read(this::cancellations))
        .answers(WriteRequest.ApplyCredit.class, this::pay)
        .answers(WriteRequest.RequestCancellation.class, this::cancel)
        .answers(WriteRequest.DeleteCancellationRequest.class, this::undo)
        .answers(WriteRequest.CreateAddFunds.class, this::sent);
  }

  public void fate(Fate next) {
    fate = next;
  }

  /** Reads are not answered any more, or are again. */
  public void goDown(boolean isSo) {
    isDown = isSo;
  }

  /** Done at the moment at which something is sent. */
  public void atSend(Runnable hook) {
    atSend = hook;
  }

  /** Done once, at the next read. */
  public void atNextRead(Runnable hook) {
    atRead = hook;
  }

  /** Done once, after the credit was read next and before anybody knows it. */
  public void atReadEnd(Runnable hook) {
    atReadEnd = hook;
  }

  /** Somebody else changes what is owed. */
  public void owe(long invoice, String amount) {
    balances.put(invoice, eur(amount));
  }

  /** Somebody else changes the credit. */
  public void credit(String amount) {
    credit = eur(amount);
  }

  /** What was sent, in order. */
  public List<Object> sent() {
    return List.copyOf(sent);
  }

  private interface Look {
    Object seen();
  }

  private ApiResult<?> read(Look look) {
    Runnable hook = atRead;
    atRead = () -> {};
    hook.run();
    return isDown
        ? new ApiResult.Unknown<>(ApiResult.UnknownCause.TIMED_OUT)
        : new ApiResult.Done<>(look.seen());
  }

  private Object credit() {
    CreditBalance seen = new CreditBalance(credit.amount());
    Runnable hook = atReadEnd;
    atReadEnd = () -> {};
    hook.run();
    return seen;
  }

  private Object invoice(Object request) {
    InvoiceId id = ((ReadRequest.GetInvoice) request).invoice();
    Money balance = balances.getOrDefault(id.value(), eur("121.00"));
    return Samples.payable(
        id.value(), balance.isZero() ? InvoiceStatus.PAID : InvoiceStatus.UNPAID, balance);
  }

  private static Object server() {
    return new ServerBilling(ACCOUNT, null, "Active", "Jane Roe", null);
  }

  private Object cancellations() {
    return isCancelled
        ? List.of(
            new CancellationRequest(
                ACCOUNT,
                LocalDate.of(2026, 11, 23),
                "",
                "End of Billing Period",
                LocalDate.of(2026, 12, 8),
                "Jane Roe",
                "Active",
                false))
        : List.of();
  }

  private ApiResult<?> pay(Object request) {
    return answer(
        request,
        () -> {
          WriteRequest.ApplyCredit payment = (WriteRequest.ApplyCredit) request;
          Money amount = eur(payment.amount().toPlainString());
          balances.computeIfPresent(payment.invoice().value(), (_, owed) -> owed.minus(amount));
          credit = credit.minus(amount);
        });
  }

  private ApiResult<?> cancel(Object request) {
    return answer(request, () -> isCancelled = true);
  }

  private ApiResult<?> undo(Object request) {
    return answer(request, () -> isCancelled = false);
  }

  private ApiResult<?> sent(Object request) {
    return answer(request, () -> {});
  }

  private ApiResult<?> answer(Object request, Runnable doing) {
    sent.add(request);
    atSend.run();
    return switch (fate) {
      case DONE -> {
        doing.run();
        yield new ApiResult.Done<>(new WriteAnswer.Acknowledged());
      }
      case DONE_UNTOLD -> {
        doing.run();
        yield new ApiResult.Unknown<>(ApiResult.UnknownCause.TIMED_OUT);
      }
      case LOST -> new ApiResult.Unknown<>(ApiResult.UnknownCause.TIMED_OUT);
      case REFUSED -> new ApiResult.Refused<>(Samples.refusal("no"));
      case NOT_SENT -> new ApiResult.NotSent<>(ApiResult.NotSentCause.NO_CONNECTION, null);
    };
  }
}
