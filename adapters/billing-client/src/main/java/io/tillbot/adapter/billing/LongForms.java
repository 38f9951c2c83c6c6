package io.tillbot.adapter.billing;

import io.tillbot.core.billing.request.WriteRequest.AddContact;
import io.tillbot.core.billing.request.WriteRequest.CancellationDetails;
import io.tillbot.core.billing.request.WriteRequest.RequestCancellation;
import io.tillbot.core.billing.request.WriteRequest.UpdateClient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three forms that are too long to be parameter lists. Null leaves a field out. */
final class LongForms {
  private final Dialect dialect;

  LongForms(Dialect dialect) {
    this.dialect = dialect;
  }

  /** add_contact: {@code params[…]} and {@code type}. */
  Map<String, String> of(AddContact contact) {
    Form form = new Form();
    form.put("params[firstname]", contact.firstName());
    form.put("params[lastname]", contact.lastName());
    form.put("params[email]", contact.email());
    form.put("params[password1]", contact.password());
    form.put("params[password2]", contact.passwordConfirmation());
    form.put("params[phonenumber]", contact.phone());
    form.put("params[companyname]", contact.company());
    form.put("params[address1]", contact.address1());
    form.put("params[address2]", contact.address2());
    form.put("params[city]", contact.city());
    form.put("params[state]", contact.state());
    form.put("params[postcode]", contact.postcode());
    form.put("params[country]", contact.country());
    form.put("type", contact.type() == null ? dialect.contactType() : contact.type());
    return form.fields;
  }

  /** update_client: {@code profile_data[…]}. */
  Map<String, String> of(UpdateClient profile) {
    Form form = new Form();
    form.put("profile_data[client_id]", profile.client());
    form.put("profile_data[location]", profile.location());
    form.put("profile_data[billing_email]", profile.billingEmail());
    form.put("profile_data[billing_firstname]", profile.billingFirstName());
    form.put("profile_data[billing_lastname]", profile.billingLastName());
    form.put("profile_data[co_smsnum]", profile.smsNumber());
    form.put("profile_data[ips]", profile.ips());
    form.put("profile_data[co_customertype]", profile.customerType());
    form.put("profile_data[form_id]", profile.formId());
    form.put("profile_data[co_secret]", profile.secretWord());
    return form.fields;
  }

  /** request_cancellation, with the reason under the names that the dialect says. */
  Map<String, String> of(RequestCancellation cancellation) {
    Form form = new Form();
    form.put("id", cancellation.server());
    form.put("cancellation_type", cancellation.time());
    if (dialect.cancellationReason() != Dialect.CancellationReason.VENDOR_TOOLS) {
      form.put("cancellation_reason", cancellation.reason());
    }
    if (dialect.cancellationReason() != Dialect.CancellationReason.DOCUMENTED) {
      form.put("terminate_reason_custom", cancellation.reason());
      form.put("pin", "not_set");
    }
    if (cancellation.details() != null) {
      addDetails(form, cancellation.details());
    }
    return form.fields;
  }

  private static void addDetails(Form form, CancellationDetails details) {
    form.put("refund", details.refund());
    form.put("currency", details.currency());
    form.put("service_price", details.servicePrice());
    form.put("refund_message", details.refundMessage());
    form.put("refund_message_short", details.refundMessageShort());
    form.put("clientid", details.client());
    form.put("billing", details.billing());
    form.put("email", details.email());
    form.put("last_invoice", details.lastInvoice());
    form.put("prev_invoice_id", details.previousInvoice());
    form.put("relid", details.account());
    form.put("vat_msg", details.vatMessage());
    form.put("rec_before_tax", details.recurringBeforeTax());
    form.put("total_with_tax", details.totalWithTax());
    form.put("d_deploy_time", details.deployTime());
    form.put("d_bill_time", details.billTime());
    form.put("d_recurring", details.recurring());
    form.put("d_period", details.period());
    form.put("cbp_adjusted", details.adjusted());
  }

  private static final class Form {
    private final Map<String, String> fields = new LinkedHashMap<>();

    void put(String name, @Nullable Object value) {
      if (value != null) {
        fields.put(name, FormValues.text(value));
      }
    }
  }
}
