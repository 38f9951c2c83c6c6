package io.tillbot.core.simulation;

import io.tillbot.core.access.Credential;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.Refusal;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.operation.OperationId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;

/** The billing API as one process sees it: the truth, behind a network that loses things. */
final class ModelBilling implements BillingAccess {
  private static final Duration TIME_OUT = Duration.ofSeconds(30);
  private static final int SLOWEST_MINUTES = 9;

  private final Setting setting;
  private final Life life;
  private final BillingReads reads = proxy(BillingReads.class, this::read);
  private final BillingWrites writes = proxy(BillingWrites.class, this::write);

  ModelBilling(Setting setting, Life life) {
    this.setting = setting;
    this.life = life;
  }

  private interface Calls {
    ApiResult<?> call(Object request);
  }

  /** The API has many methods, each with one request that names it. */
  private static <T> T proxy(Class<T> port, Calls calls) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, _, arguments) -> calls.call(arguments[0])));
  }

  @Override
  public BillingApi open(Credential credential) {
    return new BillingApi() {
      @Override
      public BillingReads reads() {
        return reads;
      }

      @Override
      public BillingWrites writes() {
        return writes;
      }
    };
  }

  @Override
  public ApiResult<SessionEnded> logOut(Credential credential) {
    return new ApiResult.Done<>(new SessionEnded());
  }

  private ApiResult<?> read(Object request) {
    setting.pause(life, Fault.CRASH_AT_THE_API);
    if (setting.chance.strikes(Fault.READ_SLOW)) {
      setting.pass(Duration.ofMinutes(1L + setting.chance.below(SLOWEST_MINUTES)));
      setting.pause(life, Fault.CRASH_AT_THE_API);
    }
    return setting.chance.strikes(Fault.READ_FAILS)
        ? unknown(ApiResult.UnknownCause.TIMED_OUT)
        : truth((ReadRequest) request);
  }

  private ApiResult<?> truth(ReadRequest request) {
    Account account = setting.account;
    return switch (request) {
      case ReadRequest.GetClient _ -> new ApiResult.Done<>(Shapes.client());
      case ReadRequest.GetCredits _ -> new ApiResult.Done<>(Shapes.credit(account.credit()));
      case ReadRequest.GetInvoice get -> {
        Account.Paper paper = account.papers().get(get.invoice().value());
        yield paper == null
            ? new ApiResult.Refused<>(new Refusal("-1", "none", List.of()))
            : new ApiResult.Done<>(Shapes.invoice(paper));
      }
      case ReadRequest.GetInvoices _ -> {
        lag();
        yield new ApiResult.Done<>(Shapes.list(account.listedPapers().values()));
      }
      case ReadRequest.GetRelatedInvoices _ -> {
        lag();
        List<InvoiceSummary> related =
            account.listedPapers().values().stream()
                .filter(paper -> paper.kind() == Account.Kind.SERVICE)
                .map(Shapes::summary)
                .toList();
        yield new ApiResult.Done<>(related);
      }
      case ReadRequest.GetBillingData _ -> new ApiResult.Done<>(Shapes.server());
      case ReadRequest.GetCancellationRequests _ -> {
        lag();
        yield new ApiResult.Done<>(
            account.isListedAsCancelled() ? List.of(Shapes.cancellation()) : List.of());
      }
      case ReadRequest other -> throw new Broken(Law.NO_BUG, "not in the model: " + other);
    };
  }

  /** A list is as it was some time ago, unless it is fresh; it never goes back. */
  private void lag() {
    boolean isStale = setting.account.areListsStale() && setting.chance.strikes(Fault.LIST_STALE);
    if (!isStale) {
      setting.account.refreshLists();
    }
  }

  private ApiResult<?> write(Object asked) {
    WriteRequest request = (WriteRequest) asked;
    OperationId by = setting.journal.sends(request.toString());
    setting.pause(life, Fault.CRASH_AT_THE_API);
    setting.history.tell(() -> by + " goes out: " + request);
    ApiResult<?> answer = sent(by, request);
    setting.history.tell(() -> by + " is answered: " + answer);
    setting.journal.sent(by);
    setting.pause(life, Fault.CRASH_AT_THE_API);
    return answer;
  }

  private ApiResult<?> sent(OperationId by, WriteRequest request) {
    Chance chance = setting.chance;
    if (chance.strikes(Fault.REQUEST_NOT_SENT)) {
      return new ApiResult.NotSent<>(ApiResult.NotSentCause.NO_CONNECTION, null);
    }
    if (chance.strikes(Fault.REQUEST_REFUSED)) {
      return new ApiResult.Refused<>(new Refusal("-1", "not now", List.of()));
    }
    if (chance.strikes(Fault.REQUEST_LOST)) {
      setting.pass(TIME_OUT);
      return unknown(ApiResult.UnknownCause.TIMED_OUT);
    }
    if (chance.strikes(Fault.REQUEST_DELAYED)) {
      setting.pass(TIME_OUT);
      setting.account.delay(by, request);
      return unknown(ApiResult.UnknownCause.TIMED_OUT);
    }
    if (mayBeHollow(request) && chance.strikes(Fault.ANSWER_HOLLOW)) {
      return hollow(request);
    }
    ApiResult<WriteAnswer> answer = setting.account.execute(by, request, false);
    if (chance.strikes(Fault.ANSWER_LOST)) {
      setting.pass(TIME_OUT);
      return unknown(ApiResult.UnknownCause.CONNECTION_LOST);
    }
    if (chance.strikes(Fault.ANSWER_CONTRADICTORY)) {
      return unknown(ApiResult.UnknownCause.CONTRADICTORY_ANSWER);
    }
    setting.account.listWhatWasSaid();
    return answer;
  }

  /**
   * Whether the API may say "done" and do nothing. Where others pay as well, nobody could tell; and
   * of a new invoice the API's word is believed, since only it knows the number.
   */
  private boolean mayBeHollow(WriteRequest request) {
    return !setting.othersPay()
        && !(request instanceof WriteRequest.CreateAddFunds)
        && !(request instanceof WriteRequest.MassPay);
  }

  private static ApiResult<?> hollow(WriteRequest request) {
    return new ApiResult.Done<>(
        request instanceof WriteRequest.DeleteCancellationRequest
            ? new WriteAnswer.CancellationWithdrawn(null)
            : new WriteAnswer.Acknowledged());
  }

  private static ApiResult<?> unknown(ApiResult.UnknownCause cause) {
    return new ApiResult.Unknown<>(cause);
  }
}
