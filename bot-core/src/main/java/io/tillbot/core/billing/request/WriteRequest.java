package io.tillbot.core.billing.request;

import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.ServerId;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes something, sent at most once. Each record holds every documented parameter
 * of its method but the action and the token, also those that no command sets; null leaves the
 * parameter out. Those with personal data print as their name alone.
 */
public sealed interface WriteRequest {

  /** add_contact. {@code type} is the request type; 0 or none makes a random contact. */
  record AddContact(
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String email,
      @Nullable Secret password,
      @Nullable Secret passwordConfirmation,
      @Nullable String phone,
      @Nullable String company,
      @Nullable String address1,
      @Nullable String address2,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postcode,
      @Nullable String country,
      @Nullable String type)
      implements WriteRequest {
    @Override
    public String toString() {
      return "AddContact[]";
    }
  }

  /** apply_credit: pays an invoice from the client's credit, in the client's currency. */
  record ApplyCredit(InvoiceId invoice, BigDecimal amount) implements WriteRequest {
    public ApplyCredit {
      requirePositive(amount);
    }
  }

  /** create_addfunds: makes an invoice whose payment raises the credit. */
  record CreateAddFunds(
      BigDecimal amount, @Nullable String description, @Nullable Boolean subscribe)
      implements WriteRequest {
    public CreateAddFunds {
      requirePositive(amount);
    }
  }

  /** delete_cancellation_request. */
  record DeleteCancellationRequest(ServerId server) implements WriteRequest {}

  /** delete_contact. */
  record DeleteContact(ContactId contact) implements WriteRequest {}

  /** generate_due_invoice. */
  record GenerateDueInvoice(ServerId server) implements WriteRequest {}

  /** mass_pay: at least two distinct invoices. */
  record MassPay(List<InvoiceId> invoices) implements WriteRequest {
    public MassPay {
      invoices = List.copyOf(invoices);
      if (invoices.size() < 2 || new HashSet<>(invoices).size() != invoices.size()) {
        throw new IllegalArgumentException("mass_pay needs at least two distinct invoices");
      }
    }
  }

  /** When a cancellation takes effect: {@code cancellation_type} of request_cancellation. */
  enum CancellationTime {
    END_OF_PERIOD,
    IMMEDIATE
  }

  /**
   * request_cancellation.
   *
   * @param details the document's refund, tax and deployment fields, which never come from a chat
   */
  record RequestCancellation(
      ServerId server,
      CancellationTime time,
      @Nullable String reason,
      @Nullable CancellationDetails details)
      implements WriteRequest {
    @Override
    public String toString() {
      return "RequestCancellation[" + server + ", " + time + "]";
    }
  }

  /** The parameters of request_cancellation that no command sets. */
  record CancellationDetails(
      @Nullable BigDecimal refund,
      @Nullable CurrencyCode currency,
      @Nullable BigDecimal servicePrice,
      @Nullable String refundMessage,
      @Nullable String refundMessageShort,
      @Nullable ClientId client,
      @Nullable Location billing,
      @Nullable String email,
      @Nullable Long lastInvoice,
      @Nullable InvoiceId previousInvoice,
      @Nullable AccountId account,
      @Nullable String vatMessage,
      @Nullable BigDecimal recurringBeforeTax,
      @Nullable BigDecimal totalWithTax,
      @Nullable String deployTime,
      @Nullable String billTime,
      @Nullable String recurring,
      @Nullable String period,
      @Nullable String adjusted) {
    @Override
    public String toString() {
      return "CancellationDetails[]";
    }
  }

  /** request_subscription_cancellation. */
  record RequestSubscriptionCancellation(
      ServerId server, @Nullable String type, @Nullable String reason) implements WriteRequest {
    @Override
    public String toString() {
      return "RequestSubscriptionCancellation[" + server + "]";
    }
  }

  /** reset_password; without a reset token it mails the link. */
  record ResetPassword(
      @Nullable String email,
      @Nullable Secret resetToken,
      @Nullable Secret newPassword,
      @Nullable Secret twoFactorCode,
      @Nullable Location location)
      implements WriteRequest {
    @Override
    public String toString() {
      return "ResetPassword[]";
    }
  }

  /** update_client: {@code profile_data[…]}. */
  record UpdateClient(
      ClientId client,
      Location location,
      @Nullable String billingEmail,
      @Nullable String billingFirstName,
      @Nullable String billingLastName,
      @Nullable String smsNumber,
      @Nullable String ips,
      @Nullable String customerType,
      @Nullable String formId,
      @Nullable Secret secretWord)
      implements WriteRequest {
    @Override
    public String toString() {
      return "UpdateClient[" + client + "]";
    }
  }

  /** update_contact; the document requires the e-mail address. */
  record UpdateContact(
      ContactId contact,
      String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String phone,
      @Nullable Secret password,
      @Nullable Secret passwordConfirmation)
      implements WriteRequest {
    @Override
    public String toString() {
      return "UpdateContact[" + contact + "]";
    }
  }

  private static void requirePositive(BigDecimal amount) {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("an amount must be above zero");
    }
  }
}
