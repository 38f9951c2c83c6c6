package io.tillbot.core.operation;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.support.ScriptedBilling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The changes of contacts and of the client's own details. */
final class PersonCases {
  private static final Contact ANNA = contact(7, "anna@example.com", "Jansen");
  private static final Contact BEN = contact(8, "ben@example.com", "Bakker");
  private static final Contact CHRIS = contact(9, "chris@example.com", "Claes");
  private static final WriteAnswer.ContactChanged CHANGED =
      new WriteAnswer.ContactChanged(null, null);

  private PersonCases() {}

  static Stream<RecallCase> all() {
    return Stream.of(
        added(),
        addedUnseen(),
        deleted(),
        edited("contact edit", "/contact edit 7 --last-name Smit", "anna@example.com", "Smit"),
        edited(
            "contact edit, of the letters' case alone",
            "/contact edit 7 --email Anna@example.com",
            "Anna@example.com",
            "Jansen"),
        profile("account edit", Map.of("ips", "192.0.2.7")),
        profile("account edit, and another field changed", Map.of("ips", "192.0.2.8")),
        passwordReset());
  }

  private static RecallCase added() {
    return new RecallCase(
        "contact add",
        "/contact add --email chris@example.com --first-name Chris --last-name Other",
        contacts(ANNA, BEN),
        contacts(ANNA, BEN, CHRIS),
        new WriteAnswer.ContactAdded(null, new ContactId(9)),
        Finding.Done.class,
        Finding.Unproven.class,
        Set.of("contact/*"),
        Commitment.nothing());
  }

  /** Who is seen only afterwards may have been there before. */
  private static RecallCase addedUnseen() {
    RecallCase seen = added();
    return new RecallCase(
        "contact add, where nobody could be seen",
        seen.line(),
        billing ->
            billing.always(
                ReadRequest.GetContacts.class,
                new ApiResult.Done<>(new ContactList(false, List.of()))),
        seen.done(),
        seen.told(),
        Finding.Unproven.class,
        Finding.Unproven.class,
        seen.targets(),
        seen.commitment());
  }

  private static RecallCase deleted() {
    return new RecallCase(
        "contact delete",
        "/contact delete 7",
        contacts(ANNA, BEN),
        contacts(BEN, CHRIS),
        CHANGED,
        Finding.Done.class,
        Finding.NotDone.class,
        Set.of("contact/7"),
        Commitment.nothing());
  }

  private static RecallCase edited(String name, String line, String email, String lastName) {
    return new RecallCase(
        name,
        line,
        contacts(ANNA, BEN),
        contacts(contact(7, email, lastName), BEN),
        CHANGED,
        Finding.Done.class,
        Finding.NotDone.class,
        Set.of("contact/7"),
        Commitment.nothing());
  }

  private static RecallCase profile(String name, Map<String, String> after) {
    return new RecallCase(
        name,
        "/account edit --last-name Other",
        client("One", Map.of("ips", "192.0.2.7")),
        client("Other", after),
        new WriteAnswer.ClientUpdated(new ClientId(77), null, null),
        Finding.Done.class,
        Finding.NotDone.class,
        Set.of("profile/*"),
        Commitment.nothing());
  }

  private static RecallCase passwordReset() {
    Consumer<ScriptedBilling> client =
        billing ->
            billing.always(
                ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")));
    return new RecallCase(
        "account reset-password",
        "/account reset-password",
        client,
        client,
        new WriteAnswer.PasswordResetStarted("Look into your mailbox"),
        Finding.Unproven.class,
        Finding.Unproven.class,
        Set.of("profile/*"),
        Commitment.nothing());
  }

  private static Consumer<ScriptedBilling> client(String lastName, Map<String, String> profile) {
    Client client =
        new Client(
            new ClientId(77),
            "someone@example.com",
            "Some",
            lastName,
            null,
            null,
            null,
            new CurrencyCode("EUR"),
            "Active",
            new Location("whmcs_eu"),
            null,
            null,
            profile);
    return billing -> billing.always(ReadRequest.GetClient.class, new ApiResult.Done<>(client));
  }

  private static Consumer<ScriptedBilling> contacts(Contact... contacts) {
    return billing ->
        billing.always(
            ReadRequest.GetContacts.class,
            new ApiResult.Done<>(new ContactList(true, List.of(contacts))));
  }

  private static Contact contact(long id, String email, String lastName) {
    return new Contact(
        new ContactId(id), email, "Somebody", lastName, "+31201234567", null, List.of("contacts"));
  }
}
