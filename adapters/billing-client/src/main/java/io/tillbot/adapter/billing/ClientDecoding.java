package io.tillbot.adapter.billing;

import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientGroup;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.GroupId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.ServerBilling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Clients, their groups and contacts, servers' accounts and cancellation requests. These lists have
 * no count: a row without its id breaks the whole answer rather than being silently absent.
 */
final class ClientDecoding {
  private static final Pattern SECRET_FIELD =
      Pattern.compile("pass|pw|secret|token|security|card|cvv");

  private static final List<String> CLIENT_IDS = List.of("id", "client_id", "userid");
  private static final Set<String> OF_THE_CALL = Set.of("result", "code", "message", "error");
  private static final List<String> OF_A_SERVER =
      List.of("account_id", "relid", "type_billing", "location", "status");

  private ClientDecoding() {}

  /** get_client, whose fields come nested or flat. */
  static Client client(Answer answer) {
    Fields fields = answer.json();
    Fields nested = fields.innerWith(CLIENT_IDS, "client", "message", "data");
    Fields client = nested == null ? fields : nested;
    Fields internal = fields.inside("internal");
    Location location = fields.location("billing_location");
    return new Client(
        Fields.required(client.id(ClientId::new, "id", "client_id", "userid"), "client id"),
        client.text("email"),
        client.text("firstname"),
        client.text("lastname"),
        client.text("fullname"),
        client.text("companyname"),
        client.text("countrycode", "country"),
        client.currencyOrNull(),
        client.text("status"),
        location == null ? client.location("location") : location,
        group(fields.inside("groupdata")),
        internal.date("active_since"),
        profile(client));
  }

  /** get_clientgroups. */
  static List<ClientGroup> groups(Answer answer) {
    Fields data = answer.json().inside("data");
    Fields holder = data.object().members().containsKey("groups") ? data : answer.json();
    return holder.rows("groups", "group").stream()
        .map(row -> Fields.required(group(row), "group id"))
        .toList();
  }

  /** get_contacts. */
  static ContactList contacts(Answer answer) {
    Fields fields = answer.json();
    Boolean granted = fields.flag("permission_contacts_granted");
    return new ContactList(
        granted == null || granted,
        fields.rows("contacts", "contact").stream().map(ClientDecoding::contact).toList());
  }

  /**
   * get_billing_data, whose fields come nested or flat. One that tells neither account nor status
   * nor location is no answer.
   */
  static ServerBilling server(Answer answer) {
    Fields outer = answer.json();
    Fields nested = outer.innerWith(OF_A_SERVER, "data", "message");
    Fields data = nested == null ? outer : nested;
    AccountId account = data.id(AccountId::new, "account_id", "relid");
    Location type = data.location("type_billing");
    Location location = data.location("location");
    // Beside the result, a success is the call's own.
    String status = nested == null && account == null ? null : data.text("status");
    if (account == null && type == null && location == null && status == null) {
      throw new BrokenAnswerException("nothing of a server");
    }
    return new ServerBilling(account, type, status, data.text("customer_name"), location);
  }

  /** get_cancellation_requests. */
  static List<CancellationRequest> cancellations(Answer answer) {
    return answer.json().rows("message", "request").stream()
        .map(ClientDecoding::cancellation)
        .toList();
  }

  private static CancellationRequest cancellation(Fields row) {
    return new CancellationRequest(
        Fields.required(row.id(AccountId::new, "relid"), "relid"),
        row.date("cr_date"),
        row.text("cr_reason"),
        row.text("cr_type"),
        row.date("due_date"),
        row.text("name_client"),
        row.text("billing_status"),
        row.flag("corporate"));
  }

  private static Contact contact(Fields row) {
    return new Contact(
        Fields.required(row.id(ContactId::new, "id", "contactid", "contact_id"), "contact id"),
        row.text("email"),
        row.text("firstname"),
        row.text("lastname"),
        row.text("phonenumber", "phone"),
        row.text("companyname", "company"),
        permissions(row));
  }

  /** {@code "contacts,invoices"}, or a list of the same. */
  private static List<String> permissions(Fields row) {
    Json value = row.get("permissions");
    Stream<String> words =
        value instanceof Json.Text(String text)
            ? Stream.of(text.split(",", -1))
            : row.list("permissions", "permission").stream()
                .map(Scalars::raw)
                .filter(Objects::nonNull);
    return words.map(PlainText::line).filter(word -> !word.isEmpty()).toList();
  }

  private static @Nullable ClientGroup group(Fields fields) {
    GroupId id = fields.id(GroupId::new, "id");
    return id == null ? null : new ClientGroup(id, fields.textOrEmpty("groupname", "name"));
  }

  /** Every plain field but those that hold secrets. */
  private static Map<String, String> profile(Fields client) {
    Map<String, String> profile = new LinkedHashMap<>();
    client
        .object()
        .members()
        .forEach(
            (name, value) -> {
              String raw = Scalars.raw(value);
              if (raw != null
                  && !OF_THE_CALL.contains(name)
                  && !SECRET_FIELD.matcher(name.toLowerCase(Locale.ROOT)).find()) {
                profile.put(name, PlainText.line(raw));
              }
            });
    return profile;
  }
}
