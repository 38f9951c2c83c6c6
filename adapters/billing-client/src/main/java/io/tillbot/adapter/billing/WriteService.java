package io.tillbot.adapter.billing;

import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.ServerId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Field;
import retrofit2.http.FieldMap;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;

/**
 * The methods of {@code whmcs.php} that change something, with every documented parameter. Three
 * forms are too long for a parameter list and come from {@link LongForms}.
 */
interface WriteService {

  @Action("add_contact")
  @FormUrlEncoded
  @POST(".")
  WriteCall addContact(@Field("token") Secret token, @FieldMap Map<String, String> contact);

  @Action("apply_credit")
  @FormUrlEncoded
  @POST(".")
  WriteCall applyCredit(
      @Field("token") Secret token,
      @Field("invoice_id") InvoiceId invoice,
      @Field("amount") BigDecimal amount);

  @Action("create_addfunds")
  @FormUrlEncoded
  @POST(".")
  WriteCall createAddFunds(
      @Field("token") Secret token,
      @Field("amount") BigDecimal amount,
      @Field("description") @Nullable String description,
      @Field("subscribe") @Nullable Boolean subscribe);

  @Action("delete_cancellation_request")
  @FormUrlEncoded
  @POST(".")
  WriteCall deleteCancellationRequest(
      @Field("token") Secret token, @Field("id") ServerNumber server);

  @Action("delete_contact")
  @FormUrlEncoded
  @POST(".")
  WriteCall deleteContact(@Field("token") Secret token, @Field("contact_id") ContactId contact);

  @Action("generate_due_invoice")
  @FormUrlEncoded
  @POST(".")
  WriteCall generateDueInvoice(@Field("token") Secret token, @Field("id") ServerId server);

  @Action("mass_pay")
  @FormUrlEncoded
  @POST(".")
  WriteCall massPay(@Field("token") Secret token, @Field("invoices[]") List<InvoiceId> invoices);

  /** The document's table lacks the action; it is sent all the same. */
  @Action("request_cancellation")
  @FormUrlEncoded
  @POST(".")
  WriteCall requestCancellation(
      @Field("token") Secret token, @FieldMap Map<String, String> cancellation);

  @Action("request_subscription_cancellation")
  @FormUrlEncoded
  @POST(".")
  WriteCall requestSubscriptionCancellation(
      @Field("token") Secret token,
      @Field("id") ServerNumber server,
      @Field("cancellation_type") @Nullable String type,
      @Field("cancellation_reason") @Nullable String reason);

  /** The document's table lacks the action; it is sent all the same. */
  @Action("reset_password")
  @FormUrlEncoded
  @POST(".")
  WriteCall resetPassword(
      @Field("token") Secret token,
      @Field("email") @Nullable String email,
      @Field("reset_token") @Nullable Secret resetToken,
      @Field("pass") @Nullable Secret newPassword,
      @Field("code") @Nullable Secret twoFactorCode,
      @Field("location") @Nullable Location location);

  @Action("update_client")
  @FormUrlEncoded
  @POST(".")
  WriteCall updateClient(@Field("token") Secret token, @FieldMap Map<String, String> profile);

  @Action("update_contact")
  @FormUrlEncoded
  @POST(".")
  WriteCall updateContact(
      @Field("token") Secret token,
      @Field("contact_id") ContactId contact,
      @Field("email") String email,
      @Field("firstname") @Nullable String firstName,
      @Field("lastname") @Nullable String lastName,
      @Field("phonenumber") @Nullable String phone,
      @Field("password1") @Nullable Secret password,
      @Field("password2") @Nullable Secret passwordConfirmation);
}
