package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tillbot.adapter.sandbox.book.Mail;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.choice.Switches;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients, contacts and passwords. */
class AccountTest {

  private final MovedClock clock = new MovedClock();
  private final Api api = Api.demo(Sandbox.start(SandboxOptions.defaults().withClock(clock)));

  @AfterEach
  void stop() {
    api.close();
  }

  private JsonArray contacts(String... filter) {
    return api.call("get_contacts", filter).getAsJsonArray("contacts");
  }

  private JsonObject add(String email, String type) {
    return api.call(
        "add_contact",
        "params[firstname]",
        "Ада",
        "params[lastname]",
        "O'Neil",
        "params[email]",
        email,
        "type",
        type);
  }

  @Test
  void aContactIsAddedChangedAndDeleted() {
    int id = add("ada@example.com", "1").get("contactid").getAsInt();
    assertThat(contacts("email", "ADA@example.com")).hasSize(1);
    JsonObject changed =
        api.call(
            "update_contact", "contact_id", "" + id, "email", "ada2@example.com", "firstname", "A");
    assertThat(changed.get("location").getAsString()).isEqualTo("whmcs_eu");
    JsonObject contact = contacts("email", "ada2@example.com").get(0).getAsJsonObject();
    assertThat(contact.get("firstname").getAsString()).isEqualTo("A");
    assertThat(contact.get("lastname").getAsString()).isEqualTo("O'Neil");
    assertThat(Api.isDone(api.call("delete_contact", "contact_id", "" + id))).isTrue();
    assertThat(contacts()).hasSize(3);
    int next = add("ada@example.com", "1").get("contactid").getAsInt();
    assertThat(next).isGreaterThan(id);
  }

  @Test
  void anEmailServesOnce() {
    assertThat(add("anna@example.com", "1").has("email_registered")).isTrue();
    assertThat(add("demo@example.com", "1").has("email_registered")).isTrue();
    assertThat(add("buh@primer.example", "1").has("email_registered")).isTrue();
    JsonObject answer =
        api.call("update_contact", "contact_id", "501", "email", "petr@example.com");
    assertThat(answer.get("message").getAsString()).isEqualTo("email_registered");
    assertThat(contacts()).hasSize(3);
  }

  @Test
  void withoutATypeAContactIsRandom() {
    JsonObject answer = add("ada@example.com", "0");
    assertThat(answer.get("email").getAsString()).isNotEqualTo("ada@example.com");
    assertThat(contacts("email", "ada@example.com")).isEmpty();
    api.sandbox().use(Switches.defaults().with(Rule.NewContact.AS_ASKED));
    assertThat(add("ada@example.com", "0").get("email").getAsString()).isEqualTo("ada@example.com");
  }

  @Test
  void aSubaccountWithoutTheRightSeesNoContacts() {
    JsonObject answer = api.call("get_contacts", "email", "petr@example.com");
    assertThat(answer.get("permission_contacts_granted").getAsBoolean()).isFalse();
    assertThat(answer.getAsJsonArray("contacts")).isEmpty();
  }

  private JsonObject update(String... fields) {
    String[] all = new String[fields.length + 4];
    all[0] = "profile_data[client_id]";
    all[1] = "1001";
    all[2] = "profile_data[location]";
    all[3] = "whmcs_eu";
    for (int i = 0; i < fields.length; i += 2) {
      all[4 + i] = "profile_data[" + fields[i] + "]";
      all[5 + i] = fields[i + 1];
    }
    return api.call("update_client", all);
  }

  private JsonObject client() {
    return api.call("get_client", "full", "true").getAsJsonObject("client");
  }

  @Test
  void aClientChangesItself() {
    JsonObject answer =
        update("billing_email", "new@example.com", "co_smsnum", "+31205550123", "ips", "192.0.2.7");
    assertThat(answer.get("billing_email").getAsString()).isEqualTo("new@example.com");
    assertThat(client().get("email").getAsString()).isEqualTo("new@example.com");
    assertThat(client().get("phonenumber").getAsString()).isEqualTo("+31205550123");
    assertThat(client().get("firstname").getAsString()).isEqualTo("Demo");
    assertThat(Api.isDone(add("demo@example.com", "1"))).isTrue();
  }

  @Test
  void aProfileIsChecked() {
    assertThat(update("billing_email", "nonsense").has("code")).isTrue();
    assertThat(update("billing_email", "anna@example.com").has("code")).isTrue();
    assertThat(update("billing_firstname", "").has("code")).isTrue();
    assertThat(update("co_smsnum", "call me").has("code")).isTrue();
    assertThat(update("co_customertype", "Dog").has("code")).isTrue();
    JsonObject foreign =
        api.call(
            "update_client",
            "profile_data[client_id]",
            "1002",
            "profile_data[location]",
            "whmcs_eu",
            "profile_data[billing_firstname]",
            "X");
    assertThat(foreign.has("code")).isTrue();
  }

  @Test
  void fieldsThatAreNotSentMayBeCleared() {
    api.sandbox().use(Switches.defaults().with(Rule.MissingProfileFields.CLEARED));
    assertThat(update("billing_firstname", "D").has("code")).isTrue();
    update("billing_email", "demo@example.com", "billing_firstname", "D");
    assertThat(client().get("lastname").getAsString()).isEmpty();
  }

  private Mail startReset() {
    JsonObject answer = api.call("reset_password", "email", "demo@example.com");
    assertThat(answer.getAsJsonObject("debug").isEmpty()).isTrue();
    return api.sandbox().mail().getLast();
  }

  private String finishReset(Mail mail, String code) {
    return api.call(
            "reset_password",
            "reset_token",
            mail.resetToken(),
            "code",
            code,
            "pass",
            "a-long-password")
        .get("message")
        .getAsString();
  }

  @Test
  void aPasswordResetServesOnce() {
    Mail mail = startReset();
    assertThat(mail.to()).isEqualTo("demo@example.com");
    assertThat(finishReset(mail, mail.code())).isEqualTo("Password was changed.");
    assertThat(api.sandbox().mail().getLast().subject()).isEqualTo("Your password was changed");
    assertThat(finishReset(mail, mail.code()))
        .isEqualTo("Invalid password reset token, please try again.");
  }

  @Test
  void aPasswordResetNeedsItsCodeAndForgivesFourMistakes() {
    Mail mail = startReset();
    String wrong = mail.code().equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 4; i++) {
      assertThat(finishReset(mail, wrong)).isEqualTo("Invalid two-factor authentication code.");
    }
    assertThat(finishReset(mail, mail.code())).isEqualTo("Password was changed.");
    Mail second = startReset();
    for (int i = 0; i < 5; i++) {
      finishReset(second, second.code() + "0");
    }
    assertThat(finishReset(second, second.code())).startsWith("Invalid password reset token");
  }

  @Test
  void aPasswordResetEndsAfterAnHour() {
    Mail mail = startReset();
    clock.forward(Duration.ofHours(1));
    assertThat(finishReset(mail, mail.code())).startsWith("Invalid password reset token");
  }

  @Test
  void debugMayLeakTheCode() {
    api.sandbox().use(Switches.defaults().with(Rule.ResetDebug.LEAKS_CODE));
    JsonObject answer = api.call("reset_password", "email", "demo@example.com");
    assertThat(answer.getAsJsonObject("debug").get("code").getAsString())
        .isEqualTo(api.sandbox().mail().getLast().code());
  }

  @Test
  void nobodysPasswordIsResetByStrangers() {
    assertThat(api.call("reset_password", "email", "ap@acme.example").has("code")).isTrue();
    assertThat(api.sandbox().mail()).isEmpty();
  }
}
