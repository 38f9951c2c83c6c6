package io.tillbot.core.billing;

import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest;

/**
 * The methods of the billing API that change something. Each call is sent at most once; no
 * implementation may repeat one. They block, always within a limit, and never throw for anything
 * that the API or the network does.
 */
public interface BillingWrites {
  ApiResult<WriteAnswer.ContactAdded> addContact(WriteRequest.AddContact request);

  /** {@link ApiResult.Done} means that the API said so; only a fresh read shows that it paid. */
  ApiResult<WriteAnswer.Acknowledged> applyCredit(WriteRequest.ApplyCredit request);

  ApiResult<WriteAnswer.FundsInvoiceCreated> createAddFunds(WriteRequest.CreateAddFunds request);

  ApiResult<WriteAnswer.CancellationWithdrawn> deleteCancellationRequest(
      WriteRequest.DeleteCancellationRequest request);

  ApiResult<WriteAnswer.ContactChanged> deleteContact(WriteRequest.DeleteContact request);

  ApiResult<WriteAnswer.DueInvoicesGenerated> generateDueInvoice(
      WriteRequest.GenerateDueInvoice request);

  ApiResult<WriteAnswer.CombinedInvoiceCreated> massPay(WriteRequest.MassPay request);

  ApiResult<WriteAnswer.Acknowledged> requestCancellation(WriteRequest.RequestCancellation request);

  ApiResult<WriteAnswer.TicketCreated> requestSubscriptionCancellation(
      WriteRequest.RequestSubscriptionCancellation request);

  ApiResult<WriteAnswer.PasswordResetStarted> resetPassword(WriteRequest.ResetPassword request);

  ApiResult<WriteAnswer.ClientUpdated> updateClient(WriteRequest.UpdateClient request);

  ApiResult<WriteAnswer.ContactChanged> updateContact(WriteRequest.UpdateContact request);
}
