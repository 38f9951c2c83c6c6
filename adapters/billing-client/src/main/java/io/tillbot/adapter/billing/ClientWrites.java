package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.WriteRequest.AddContact;
import io.tillbot.core.billing.request.WriteRequest.ApplyCredit;
import io.tillbot.core.billing.request.WriteRequest.CreateAddFunds;
import io.tillbot.core.billing.request.WriteRequest.DeleteCancellationRequest;
import io.tillbot.core.billing.request.WriteRequest.DeleteContact;
import io.tillbot.core.billing.request.WriteRequest.GenerateDueInvoice;
import io.tillbot.core.billing.request.WriteRequest.MassPay;
import io.tillbot.core.billing.request.WriteRequest.RequestCancellation;
import io.tillbot.core.billing.request.WriteRequest.RequestSubscriptionCancellation;
import io.tillbot.core.billing.request.WriteRequest.ResetPassword;
import io.tillbot.core.billing.request.WriteRequest.UpdateClient;
import io.tillbot.core.billing.request.WriteRequest.UpdateContact;

/** The writes of one credential: each is sent at most once. */
final class ClientWrites implements BillingWrites {
  private final ApiCalls calls;
  private final WriteService service;
  private final ServerNumbers servers;
  private final LongForms forms;

  ClientWrites(ApiCalls calls, WriteService service, ServerNumbers servers, LongForms forms) {
    this.calls = calls;
    this.service = service;
    this.servers = servers;
    this.forms = forms;
  }

  @Override
  public ApiResult<WriteAnswer.ContactAdded> addContact(AddContact request) {
    return calls.write(
        null, token -> service.addContact(token, forms.of(request)), WriteDecoding::contactAdded);
  }

  @Override
  public ApiResult<WriteAnswer.Acknowledged> applyCredit(ApplyCredit request) {
    return calls.write(
        request.invoice(),
        token -> service.applyCredit(token, request.invoice(), request.amount()),
        WriteDecoding::creditApplied);
  }

  @Override
  public ApiResult<WriteAnswer.FundsInvoiceCreated> createAddFunds(CreateAddFunds request) {
    return calls.write(
        null,
        token ->
            service.createAddFunds(
                token, request.amount(), request.description(), request.subscribe()),
        WriteDecoding::fundsInvoice);
  }

  @Override
  public ApiResult<WriteAnswer.CancellationWithdrawn> deleteCancellationRequest(
      DeleteCancellationRequest request) {
    return servers
        .beforeWrite(request.server())
        .then(
            server ->
                calls.write(
                    request.server(),
                    token -> service.deleteCancellationRequest(token, server),
                    WriteDecoding::cancellationWithdrawn));
  }

  @Override
  public ApiResult<WriteAnswer.ContactChanged> deleteContact(DeleteContact request) {
    return calls.write(
        request.contact(),
        token -> service.deleteContact(token, request.contact()),
        WriteDecoding::contactChanged);
  }

  @Override
  public ApiResult<WriteAnswer.DueInvoicesGenerated> generateDueInvoice(
      GenerateDueInvoice request) {
    return calls.write(
        request.server(),
        token -> service.generateDueInvoice(token, request.server()),
        WriteDecoding::dueInvoices);
  }

  @Override
  public ApiResult<WriteAnswer.CombinedInvoiceCreated> massPay(MassPay request) {
    return calls.write(
        null, token -> service.massPay(token, request.invoices()), WriteDecoding::combinedInvoice);
  }

  @Override
  public ApiResult<WriteAnswer.Acknowledged> requestCancellation(RequestCancellation request) {
    return calls.write(
        request.server(),
        token -> service.requestCancellation(token, forms.of(request)),
        WriteDecoding::acknowledged);
  }

  @Override
  public ApiResult<WriteAnswer.TicketCreated> requestSubscriptionCancellation(
      RequestSubscriptionCancellation request) {
    return servers
        .beforeWrite(request.server())
        .then(
            server ->
                calls.write(
                    request.server(),
                    token ->
                        service.requestSubscriptionCancellation(
                            token, server, request.type(), request.reason()),
                    WriteDecoding::ticket));
  }

  @Override
  public ApiResult<WriteAnswer.PasswordResetStarted> resetPassword(ResetPassword request) {
    return calls.write(
        null,
        token ->
            service.resetPassword(
                token,
                request.email(),
                request.resetToken(),
                request.newPassword(),
                request.twoFactorCode(),
                request.location()),
        WriteDecoding::resetStarted);
  }

  @Override
  public ApiResult<WriteAnswer.ClientUpdated> updateClient(UpdateClient request) {
    return calls.write(
        request.client(),
        token -> service.updateClient(token, forms.of(request)),
        WriteDecoding::clientUpdated);
  }

  @Override
  public ApiResult<WriteAnswer.ContactChanged> updateContact(UpdateContact request) {
    return calls.write(
        request.contact(),
        token ->
            service.updateContact(
                token,
                request.contact(),
                request.email(),
                request.firstName(),
                request.lastName(),
                request.phone(),
                request.password(),
                request.passwordConfirmation()),
        WriteDecoding::contactChanged);
  }
}
