package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.Failure;
import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.book.Change;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.Contact;
import io.tillbot.adapter.sandbox.book.Mail;
import io.tillbot.adapter.sandbox.book.Reset;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.form.Form;
import java.time.Duration;

/** reset_password: a mailed secret with a second factor, then the new password. */
final class PasswordRules {

  private static final Duration LIFE = Duration.ofHours(1);
  private static final int TRIES = 5;
  private static final int LEAST_PASSWORD = 8;

  private final Secrets secrets;

  PasswordRules(Secrets secrets) {
    this.secrets = secrets;
  }

  Answer reset(Request request, Change change) {
    return request.form().text("reset_token").isEmpty()
        ? start(request, change)
        : finish(request, change);
  }

  private Answer start(Request request, Change change) {
    Lookup lookup = new Lookup(request, change);
    String email = request.form().text("email");
    ClientKey key = lookup.clientKey().orElseThrow(() -> new Refused("Invalid billing location"));
    if (!isKnown(email, lookup.client(key), change)) {
      throw new Refused("Client with this email is not found");
    }
    Reset reset =
        new Reset(
            secrets.token(),
            request.session().account().id(),
            email,
            secrets.code(),
            request.now().plus(LIFE),
            TRIES);
    change.put(reset);
    change.put(
        new Mail(
            change.next("mail", 1),
            request.now(),
            email,
            "Password reset",
            "Open the link to choose a new password; it serves for one hour.",
            reset.key(),
            reset.code()));
    Node.Fields debug = new Node.Fields();
    if (request.settings().of(Rule.ResetDebug.class) == Rule.ResetDebug.LEAKS_CODE) {
      debug.word("code", reset.code());
    }
    return new Answer.Done(
        Answers.ok()
            .text("message", "Password reset link was sent to the registered email.")
            .add("debug", debug));
  }

  private static boolean isKnown(String email, Client client, Change change) {
    return client.profile().email().equalsIgnoreCase(email)
        || change.ownedBy(Contact.class, client.key()).stream()
            .anyMatch(contact -> contact.email().equalsIgnoreCase(email));
  }

  private static Answer finish(Request request, Change change) {
    Form form = request.form();
    Reset reset =
        change
            .find(Reset.class, form.text("reset_token"))
            .filter(found -> found.accountId() == request.session().account().id())
            .filter(found -> found.expires().isAfter(request.now()))
            .orElseThrow(() -> new Refused("Invalid password reset token, please try again."));
    if (!reset.code().equals(form.text("code"))) {
      return wrongCode(reset, change);
    }
    if (form.text("pass").length() < LEAST_PASSWORD) {
      throw new Refused("The password is too short.");
    }
    change.remove(reset);
    change.put(
        new Mail(
            change.next("mail", 1),
            request.now(),
            reset.email(),
            "Your password was changed",
            "The password of your account was changed.",
            "",
            ""));
    return new Answer.Done(
        Answers.ok().text("message", "Password was changed.").add("debug", new Node.Fields()));
  }

  private static Answer wrongCode(Reset reset, Change change) {
    Reset after = reset.afterWrongCode();
    if (after.tries() == 0) {
      change.remove(reset);
    } else {
      change.put(after);
    }
    return new Answer.Refusal(Failure.of("Invalid two-factor authentication code."));
  }
}
