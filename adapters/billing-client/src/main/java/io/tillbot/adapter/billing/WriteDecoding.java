package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.WriteAnswer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers to writes. One that says OK but lacks the id that it must bring leaves the outcome
 * unknown: something may have been made.
 */
final class WriteDecoding {
  /** What the vendor puts beside a success when the billing system behind it failed. */
  private static final Pattern FAILED_INSIDE =
      Pattern.compile("\\bfailed\\s*:|^whmcs \\w+ failed", Pattern.CASE_INSENSITIVE);

  /** For what moves money at once, any word of failure is enough to doubt a success. */
  private static final Pattern FAILURE_LIKE =
      Pattern.compile(
          "fail|error|invalid|denied|unable|cannot|can't|could ?n.t|could not|\\bnot\\b|\\bno\\b"
              + "|insufficient|refused|reject|exceed",
          Pattern.CASE_INSENSITIVE);

  private WriteDecoding() {}

  /**
   * apply_credit. The document's own success carries the words "ApplyCredit failed": such an answer
   * is contradictory, and only a fresh read tells.
   */
  static WriteAnswer.Acknowledged creditApplied(Answer answer) {
    Fields fields = answer.json();
    if (FAILURE_LIKE.matcher(words(fields.get("message"))).find()) {
      throw contradiction();
    }
    return new WriteAnswer.Acknowledged();
  }

  /** request_cancellation. */
  static WriteAnswer.Acknowledged acknowledged(Answer answer) {
    sound(answer);
    return new WriteAnswer.Acknowledged();
  }

  /** add_contact. */
  static WriteAnswer.ContactAdded contactAdded(Answer answer) {
    Fields fields = sound(answer);
    return new WriteAnswer.ContactAdded(
        client(fields),
        Fields.required(fields.id(ContactId::new, "contactid", "contact_id"), "contact id"));
  }

  /** update_contact and delete_contact. */
  static WriteAnswer.ContactChanged contactChanged(Answer answer) {
    Fields fields = sound(answer);
    return new WriteAnswer.ContactChanged(client(fields), fields.location("location"));
  }

  /** create_addfunds. */
  static WriteAnswer.FundsInvoiceCreated fundsInvoice(Answer answer) {
    Fields fields = sound(answer);
    return new WriteAnswer.FundsInvoiceCreated(
        InvoiceDecoding.summary(fields.inside("invoice"), fields.currency(CurrencyCode.NONE)));
  }

  /** generate_due_invoice. */
  static WriteAnswer.DueInvoicesGenerated dueInvoices(Answer answer) {
    sound(answer);
    return new WriteAnswer.DueInvoicesGenerated(InvoiceDecoding.summaries(answer));
  }

  /**
   * mass_pay. The document's example answers with one of the invoices that went in, so such an id
   * is passed on as it is: whoever asked must read the invoice before believing that it is new.
   */
  static WriteAnswer.CombinedInvoiceCreated combinedInvoice(Answer answer) {
    return new WriteAnswer.CombinedInvoiceCreated(
        Fields.required(sound(answer).id(InvoiceId::new, "invoiceid", "invoice_id"), "invoice id"));
  }

  /** delete_cancellation_request. */
  static WriteAnswer.CancellationWithdrawn cancellationWithdrawn(Answer answer) {
    return new WriteAnswer.CancellationWithdrawn(
        sound(answer).id(Long::valueOf, "productid", "product_id"));
  }

  /** request_subscription_cancellation. */
  static WriteAnswer.TicketCreated ticket(Answer answer) {
    return new WriteAnswer.TicketCreated(Fields.required(sound(answer).text("ticket"), "ticket"));
  }

  /** reset_password. Its {@code debug} may leak a code and is never looked at. */
  static WriteAnswer.PasswordResetStarted resetStarted(Answer answer) {
    return new WriteAnswer.PasswordResetStarted(sound(answer).textOrEmpty("message"));
  }

  /** update_client. */
  static WriteAnswer.ClientUpdated clientUpdated(Answer answer) {
    Fields fields = sound(answer);
    return new WriteAnswer.ClientUpdated(
        client(fields), fields.location("location"), fields.text("billing_email"));
  }

  private static @Nullable ClientId client(Fields fields) {
    return fields.id(ClientId::new, "clientid", "client_id");
  }

  private static Fields sound(Answer answer) {
    Fields fields = answer.json();
    if (FAILED_INSIDE.matcher(words(fields.get("message"))).find()) {
      throw contradiction();
    }
    return fields;
  }

  private static String words(@Nullable Json message) {
    return Refusals.flat(message);
  }

  private static BrokenAnswerException contradiction() {
    return new BrokenAnswerException(
        UnknownCause.CONTRADICTORY_ANSWER, "a success whose message tells of a failure");
  }
}
