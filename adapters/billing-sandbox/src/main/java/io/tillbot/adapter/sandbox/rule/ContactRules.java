package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.Failure;
import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.book.Address;
import io.tillbot.adapter.sandbox.book.Change;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.Contact;
import io.tillbot.adapter.sandbox.book.View;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** get_contacts, add_contact, update_contact, delete_contact. */
final class ContactRules {

  private static final int FIRST = 60_001;
  private static final int LEAST_PASSWORD = 8;
  private static final int LONGEST_NAME = 100;
  private static final Set<String> GIVEN = Set.of("contacts", "invoices");

  Answer list(Request request, View books) {
    ClientKey client = new Lookup(request, books).primary();
    List<Contact> contacts = books.ownedBy(Contact.class, client);
    String email = request.form().text("email");
    boolean granted = true;
    if (!email.isEmpty()) {
      contacts =
          contacts.stream()
              .filter(contact -> contact.email().equalsIgnoreCase(email))
              .filter(contact -> contact.permissions().contains("contacts"))
              .toList();
      granted = !contacts.isEmpty();
    }
    List<Node.Fields> entries = contacts.stream().map(ContactRules::entry).toList();
    return new Answer.Done(
        Answers.ok()
            .add("permission_contacts_granted", new Node.Flag(granted, Node.FlagForm.BOOLEAN))
            .add("contacts", new Node.Items(entries)));
  }

  private static Node.Fields entry(Contact contact) {
    return new Node.Fields()
        .number("id", contact.key())
        .word("email", contact.email())
        .text("firstname", contact.firstName())
        .text("lastname", contact.lastName())
        .word("permissions", String.join(",", contact.permissions().stream().sorted().toList()))
        .text("companyname", contact.company())
        .word("phonenumber", contact.phone())
        .text("address1", contact.address().line1())
        .text("address2", contact.address().line2())
        .text("city", contact.address().city())
        .text("state", contact.address().state())
        .word("postcode", contact.address().postcode())
        .word("country", contact.address().country());
  }

  Answer add(Request request, Change change) {
    ClientKey client = new Lookup(request, change).primary();
    int number = change.next("contact", FIRST);
    String type = request.form().text("type");
    boolean random =
        request.settings().of(Rule.NewContact.class) == Rule.NewContact.ZERO_IS_RANDOM
            && (type.isEmpty() || type.equals("0"));
    Contact contact =
        random
            ? randomContact(number, client)
            : askedContact(number, client, request.form(), change);
    change.put(contact);
    return new Answer.Done(
        Answers.success()
            .number("clientid", client.id())
            .number("contactid", number)
            .text("firstname", contact.firstName())
            .text("lastname", contact.lastName())
            .word("email", contact.email()));
  }

  private static Contact randomContact(int number, ClientKey client) {
    Address nowhere = new Address("", "", "", "", "", "");
    String email = "contact" + number + "@random.example";
    return new Contact(number, client, email, "Random", "C" + number, "", "", nowhere, GIVEN);
  }

  private static Contact askedContact(int number, ClientKey client, Form form, Change change) {
    String email = param(form, "email");
    List<String> wrong = new ArrayList<>();
    if (isBadName(param(form, "firstname")) || param(form, "firstname").isEmpty()) {
      wrong.add("message_firstname_incorrect");
    }
    if (isBadName(param(form, "lastname"))) {
      wrong.add("message_lastname_incorrect");
    }
    if (!Emails.isAddress(email)) {
      wrong.add("message_email_incorrect");
    } else if (change.emailTaken(client.location(), email)) {
      wrong.add("email_registered");
    }
    String phone = param(form, "phonenumber");
    if (!phone.isEmpty()) {
      Phones.fault(phone).ifPresent(wrong::add);
    }
    String password = param(form, "password1");
    boolean passwordsDiffer = isBadPassword(password, param(form, "password2"));
    if (!wrong.isEmpty() || passwordsDiffer) {
      throw new Refused(new Failure(Failure.Form.FIELDS, -1, "fill_required_fields", wrong));
    }
    Address address =
        new Address(
            param(form, "address1"),
            param(form, "address2"),
            param(form, "city"),
            param(form, "state"),
            param(form, "postcode"),
            param(form, "country"));
    return new Contact(
        number,
        client,
        email,
        param(form, "firstname"),
        param(form, "lastname"),
        phone,
        param(form, "companyname"),
        address,
        GIVEN);
  }

  private static String param(Form form, String name) {
    return form.text("params[" + name + "]");
  }

  private static boolean isBadName(String name) {
    return name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl);
  }

  private static boolean isBadPassword(String password, String repeated) {
    return !password.equals(repeated)
        || (!password.isEmpty() && password.length() < LEAST_PASSWORD);
  }

  Answer update(Request request, Change change) {
    Form form = request.form();
    Contact contact = ownContact(request, change);
    String email = form.text("email");
    if (!Emails.isAddress(email)
        || isBadPassword(form.text("password1"), form.text("password2"))
        || isBadName(form.text("firstname"))
        || isBadName(form.text("lastname"))) {
      throw new Refused("fill_required_fields");
    }
    String location = contact.client().location();
    if (!email.equalsIgnoreCase(contact.email()) && change.emailTaken(location, email)) {
      throw new Refused("email_registered");
    }
    String phone = form.sent("phonenumber").orElse(contact.phone());
    if (!phone.isEmpty() && !phone.equals(contact.phone())) {
      Phones.fault(phone)
          .ifPresent(
              fault -> {
                throw new Refused(fault);
              });
    }
    change.put(
        new Contact(
            contact.key(),
            contact.client(),
            email,
            form.sent("firstname").orElse(contact.firstName()),
            form.sent("lastname").orElse(contact.lastName()),
            phone,
            contact.company(),
            contact.address(),
            contact.permissions()));
    return new Answer.Done(
        Answers.ok().number("clientid", contact.client().id()).word("location", location));
  }

  Answer delete(Request request, Change change) {
    Contact contact = ownContact(request, change);
    change.remove(contact);
    return new Answer.Done(Answers.ok("delete_contact").number("clientid", contact.client().id()));
  }

  private static Contact ownContact(Request request, Change change) {
    return change
        .find(Contact.class, request.form().id("contact_id"))
        .filter(contact -> request.session().account().clients().contains(contact.client()))
        .orElseThrow(() -> new Refused("verification failed, subcontact not found"));
  }
}
