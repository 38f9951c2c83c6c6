package io.tillbot.core.support;

import io.tillbot.core.access.Credential;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientGroup;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.PaymentGateway;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.Transaction;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The billing API as a test wants it. Each answer serves one call of its method, in the order in
 * which they were given; a call without an answer is an {@link AssertionError}, which the bot does
 * not swallow. Requests are recorded in order. Safe for many threads.
 *
 * <pre>{@code
 * billing.on(ReadRequest.GetCredits.class, new ApiResult.Done<>(balance));
 * }</pre>
 */
public final class ScriptedBilling implements BillingAccess {

  /** What is recorded of a log-out. */
  public record LogOut() {}

  private final Map<Class<?>, Deque<ApiResult<?>>> script = new HashMap<>();
  private final Map<Class<?>, Function<Object, ApiResult<?>>> standing = new HashMap<>();
  private final List<Object> requests = new ArrayList<>();
  private final List<Credential> opened = new ArrayList<>();

  /**
   * The next call with that kind of request gets this answer. {@link LogOut} stands for a log-out.
   */
  public synchronized ScriptedBilling on(Class<?> request, ApiResult<?> answer) {
    script.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(answer);
    return this;
  }

  /** The same for a call that is done. */
  public ScriptedBilling gives(Class<?> request, Object value) {
    return on(request, new ApiResult.Done<>(value));
  }

  /** Every call with that kind of request for which nothing else is scripted gets this answer. */
  public synchronized ScriptedBilling always(Class<?> request, ApiResult<?> answer) {
    return answers(request, _ -> answer);
  }

  /**
   * Every such call gets what this makes of it, at the moment of the call; other calls go on
   * meanwhile.
   */
  public synchronized ScriptedBilling answers(
      Class<?> request, Function<Object, ApiResult<?>> answer) {
    standing.put(request, answer);
    return this;
  }

  /** What was asked, in order. */
  public synchronized List<Object> requests() {
    return List.copyOf(requests);
  }

  /** The credentials with which the API was opened, in order. */
  public synchronized List<Credential> opened() {
    return List.copyOf(opened);
  }

  @Override
  public synchronized BillingApi open(Credential credential) {
    opened.add(credential);
    return new Api();
  }

  @Override
  public ApiResult<SessionEnded> logOut(Credential credential) {
    return answer(new LogOut());
  }

  // The answer's type is the test's affair: a wrong one is a ClassCastException in the command.
  @SuppressWarnings("unchecked")
  private <T> ApiResult<T> answer(Object request) {
    return (ApiResult<T>) next(request).apply(request);
  }

  private synchronized Function<Object, ApiResult<?>> next(Object request) {
    requests.add(request);
    Deque<ApiResult<?>> answers = script.getOrDefault(request.getClass(), new ArrayDeque<>());
    if (!answers.isEmpty()) {
      ApiResult<?> answer = answers.removeFirst();
      return _ -> answer;
    }
    Function<Object, ApiResult<?>> answer = standing.get(request.getClass());
    if (answer == null) {
      throw new AssertionError("no answer scripted for " + request);
    }
    return answer;
  }

  private final class Api implements BillingApi, BillingReads, BillingWrites {
    @Override
    public BillingReads reads() {
      return this;
    }

    @Override
    public BillingWrites writes() {
      return this;
    }

    @Override
    public ApiResult<ServerBilling> getBillingData(ReadRequest.GetBillingData request) {
      return answer(request);
    }

    @Override
    public ApiResult<List<CancellationRequest>> getCancellationRequests(
        ReadRequest.GetCancellationRequests request) {
      return answer(request);
    }

    @Override
    public ApiResult<Client> getClient(ReadRequest.GetClient request) {
      return answer(request);
    }

    @Override
    public ApiResult<List<ClientGroup>> getClientGroups(ReadRequest.GetClientGroups request) {
      return answer(request);
    }

    @Override
    public ApiResult<ContactList> getContacts(ReadRequest.GetContacts request) {
      return answer(request);
    }

    @Override
    public ApiResult<Invoice> getInvoice(ReadRequest.GetInvoice request) {
      return answer(request);
    }

    @Override
    public ApiResult<InvoiceList> getInvoices(ReadRequest.GetInvoices request) {
      return answer(request);
    }

    @Override
    public ApiResult<List<InvoiceSummary>> getRelatedInvoices(
        ReadRequest.GetRelatedInvoices request) {
      return answer(request);
    }

    @Override
    public ApiResult<CreditBalance> getCredits(ReadRequest.GetCredits request) {
      return answer(request);
    }

    @Override
    public ApiResult<List<PaymentGateway>> getPaymentGateways(
        ReadRequest.GetPaymentGateways request) {
      return answer(request);
    }

    @Override
    public ApiResult<PdfDocument> downloadInvoice(ReadRequest.DownloadInvoice request) {
      return answer(request);
    }

    @Override
    public ApiResult<List<Transaction>> transactions(ReadRequest.Transactions request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.ContactAdded> addContact(WriteRequest.AddContact request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.Acknowledged> applyCredit(WriteRequest.ApplyCredit request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.FundsInvoiceCreated> createAddFunds(
        WriteRequest.CreateAddFunds request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.CancellationWithdrawn> deleteCancellationRequest(
        WriteRequest.DeleteCancellationRequest request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.ContactChanged> deleteContact(WriteRequest.DeleteContact request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.DueInvoicesGenerated> generateDueInvoice(
        WriteRequest.GenerateDueInvoice request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.CombinedInvoiceCreated> massPay(WriteRequest.MassPay request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.Acknowledged> requestCancellation(
        WriteRequest.RequestCancellation request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.TicketCreated> requestSubscriptionCancellation(
        WriteRequest.RequestSubscriptionCancellation request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.PasswordResetStarted> resetPassword(
        WriteRequest.ResetPassword request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.ClientUpdated> updateClient(WriteRequest.UpdateClient request) {
      return answer(request);
    }

    @Override
    public ApiResult<WriteAnswer.ContactChanged> updateContact(WriteRequest.UpdateContact request) {
      return answer(request);
    }
  }
}
