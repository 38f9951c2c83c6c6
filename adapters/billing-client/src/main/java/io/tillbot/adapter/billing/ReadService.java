package io.tillbot.adapter.billing;

import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.TransactionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;

/**
 * The methods of {@code whmcs.php} that change nothing, with every documented parameter. Always
 * POST, also where the document allows GET: a token in an address ends up in logs.
 */
interface ReadService {

  @Action("get_billing_data")
  @FormUrlEncoded
  @POST(".")
  ReadCall getBillingData(
      @Field("token") Secret token,
      @Field("id") ServerId server,
      @Field("customer_name") @Nullable String customerName);

  @Action("get_cancellation_requests")
  @FormUrlEncoded
  @POST(".")
  ReadCall getCancellationRequests(
      @Field("token") Secret token,
      @Field("id") @Nullable ServerId server,
      @Field("cancellation_type") @Nullable String type,
      @Field("billing_status") @Nullable String billingStatus,
      @Field("period_from") @Nullable LocalDate from,
      @Field("period_to") @Nullable LocalDate to);

  @Action("get_client")
  @FormUrlEncoded
  @POST(".")
  ReadCall getClient(
      @Field("token") Secret token,
      @Field("email") @Nullable String email,
      @Field("full") @Nullable Boolean full);

  @Action("get_clientgroups")
  @FormUrlEncoded
  @POST(".")
  ReadCall getClientGroups(@Field("token") Secret token);

  @Action("get_contacts")
  @FormUrlEncoded
  @POST(".")
  ReadCall getContacts(@Field("token") Secret token, @Field("email") @Nullable String email);

  @Action("get_invoice")
  @FormUrlEncoded
  @POST(".")
  ReadCall getInvoice(
      @Field("token") Secret token,
      @Field("invoice_id") InvoiceId invoice,
      @Field("location") @Nullable Location location,
      @Field("load_client_data") @ZeroOne @Nullable Boolean loadClientData);

  @Action("get_invoices")
  @FormUrlEncoded
  @POST(".")
  ReadCall getInvoices(
      @Field("token") Secret token, @Field("location") @Nullable Location location);

  @Action("get_related_invoices")
  @FormUrlEncoded
  @POST(".")
  ReadCall getRelatedInvoices(
      @Field("token") Secret token,
      @Field("id") @Nullable ServerId server,
      @Field("account_id") @Nullable AccountId account);

  /** The document shows its action in the address; here it is in the body like all others. */
  @Action("getcredits")
  @FormUrlEncoded
  @POST(".")
  ReadCall getCredits(@Field("token") Secret token);

  @Action("getpaymentgw")
  @FormUrlEncoded
  @POST(".")
  ReadCall getPaymentGateways(@Field("token") Secret token, @Field("invoice_id") InvoiceId invoice);

  @Action("download_invoice")
  @FormUrlEncoded
  @POST(".")
  ReadCall downloadInvoice(
      @Field("token") Secret token,
      @Field("invoice_id") InvoiceId invoice,
      @Field("proforma_invoice") @ZeroOne @Nullable Boolean proforma,
      @Field("viewpdf") @ZeroOne @Nullable Boolean inline);

  @Action("transactions")
  @FormUrlEncoded
  @POST(".")
  ReadCall transactions(
      @Field("token") Secret token,
      @Field("transaction_id") @Nullable TransactionId transaction,
      @Field("invoice_id") @Nullable InvoiceId invoice,
      @Field("server_id") @Nullable ServerNumber server);
}
