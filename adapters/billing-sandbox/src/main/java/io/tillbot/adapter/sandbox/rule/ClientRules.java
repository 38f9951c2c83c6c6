package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.book.Change;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.Contact;
import io.tillbot.adapter.sandbox.book.Profile;
import io.tillbot.adapter.sandbox.book.View;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** get_client, get_clientgroups, update_client. */
final class ClientRules {

  private static final Map<Integer, String> GROUPS =
      new TreeMap<>(Map.of(1, "VIP Customers", 2, "Standard Users", 5, "Premium Customers"));

  Answer get(Request request, View books) {
    Lookup lookup = new Lookup(request, books);
    Client client = lookup.primaryClient();
    String email = request.form().text("email");
    if (!email.isEmpty() && !isKnown(email, client, books)) {
      throw new Refused(
          "Request failed for "
              + client.key().id()
              + "@"
              + client.key().location()
              + ": Client Not Found");
    }
    Node.Flag corporate = new Node.Flag(client.terms().corporate(), Node.FlagForm.NUMBER);
    Profile profile = client.profile();
    Node.Fields fields =
        new Node.Fields()
            .number("id", client.key().id())
            .word("email", profile.email())
            .text("firstname", profile.firstName())
            .text("lastname", profile.lastName())
            .text("fullname", profile.fullName())
            .text("companyname", profile.company())
            .word("countrycode", client.address().country())
            .add("currency_code", new Node.Currency(client.terms().currency()))
            .word("status", "Active")
            .add("corporate", corporate)
            .word("ip", "192.0.2.1")
            .word("location", client.key().location());
    if (request.form().flag("full")) {
      addFullProfile(fields, client);
    }
    Node.Fields internal =
        new Node.Fields()
            .number("id", request.session().account().id())
            .word("email", profile.email())
            .add("corporate", corporate)
            .day("active_since", request.session().account().since());
    return new Answer.Done(
        Answers.ok()
            .add("client", fields)
            .word("billing_location", client.key().location())
            .add("groupdata", group(client.terms().groupId()))
            .add("internal", internal));
  }

  private static boolean isKnown(String email, Client client, View books) {
    return client.profile().email().equalsIgnoreCase(email)
        || books.ownedBy(Contact.class, client.key()).stream()
            .anyMatch(contact -> contact.email().equalsIgnoreCase(email));
  }

  private static void addFullProfile(Node.Fields fields, Client client) {
    Profile profile = client.profile();
    fields
        .word("phonenumber", profile.phone())
        .text("address1", client.address().line1())
        .text("address2", client.address().line2())
        .text("city", client.address().city())
        .text("state", client.address().state())
        .word("postcode", client.address().postcode())
        .word("country", client.address().country())
        .money("credit", client.credit())
        .text("notes", "")
        .word("tax_id", "")
        .word("co_smsnum", profile.phone())
        .word("co_customertype", profile.customerType())
        .word("ips", profile.ips())
        .text("co_secret", profile.secretWord());
  }

  private static Node.Fields group(int id) {
    return new Node.Fields()
        .number("id", id)
        .text("groupname", GROUPS.getOrDefault(id, "Standard Users"));
  }

  Answer groups(Request request, View books) {
    List<Node.Fields> groups = GROUPS.keySet().stream().map(ClientRules::group).toList();
    return new Answer.Done(
        Answers.ok("get_clientgroups")
            .add("data", new Node.Fields().add("groups", new Node.Items(groups))));
  }

  Answer update(Request request, Change change) {
    Lookup lookup = new Lookup(request, change);
    Form form = request.form();
    String location = form.text("profile_data[location]");
    int id = form.id("profile_data[client_id]");
    ClientKey key =
        lookup
            .clientKey(location)
            .filter(found -> found.id() == id)
            .orElseThrow(() -> invalid("client_id or location"));
    Client client = lookup.client(key);
    Profile changed = changed(request, client.profile());
    boolean newEmail = !changed.email().equalsIgnoreCase(client.profile().email());
    if (newEmail && change.emailTaken(key.location(), changed.email())) {
      throw invalid("email_registered");
    }
    change.put(client.with(changed));
    return new Answer.Done(
        Answers.ok()
            .number("clientid", key.id())
            .word("location", key.location())
            .word("billing_email", changed.email())
            .text("message", "Profile settings updated"));
  }

  private static Profile changed(Request request, Profile before) {
    String email = field(request, "billing_email", before.email());
    if (email.isEmpty()) {
      throw invalid("billing_email can't be empty");
    }
    if (!Emails.isAddress(email)) {
      throw invalid("billing_email is incorrect");
    }
    String firstName = field(request, "billing_firstname", before.firstName());
    if (firstName.isEmpty()) {
      throw invalid("billing_firstname can't be empty");
    }
    String phone = field(request, "co_smsnum", before.phone());
    if (!phone.isEmpty() && !phone.equals(before.phone()) && Phones.fault(phone).isPresent()) {
      throw invalid("co_smsnum - " + Phones.fault(phone).orElse(""));
    }
    String type = field(request, "co_customertype", before.customerType());
    if (!type.equals("Individual") && !type.equals("Company") && !type.isEmpty()) {
      throw invalid("co_customertype must be Individual or Company");
    }
    return new Profile(
        email,
        firstName,
        field(request, "billing_lastname", before.lastName()),
        before.company(),
        phone,
        type,
        field(request, "ips", before.ips()),
        field(request, "co_secret", before.secretWord()));
  }

  private static String field(Request request, String name, String before) {
    Optional<String> sent = request.form().sent("profile_data[" + name + "]");
    return switch (request.settings().of(Rule.MissingProfileFields.class)) {
      case KEPT -> sent.orElse(before);
      case CLEARED -> sent.orElse("");
    };
  }

  private static Refused invalid(String why) {
    return new Refused("invalid profile data: " + why);
  }
}
