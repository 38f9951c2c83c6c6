package io.tillbot.core.contact;

import static io.tillbot.core.contact.People.ANNA;
import static io.tillbot.core.contact.People.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactListCommandTest {
  private final TestBot bot = TestBot.linked();

  @Test
  void theListShowsWhoIsThereAndWhatTheyMay() {
    Reply card = card("/contact list", People.list(ANNA, BEN));
    assertThat(Words.of(card.title())).isEqualTo("contacts.title(2)");
    assertThat(Words.rows(card))
        .containsExactly(
            List.of("7", "Anna Jansen", "a…@example.com", "contacts, invoices"),
            List.of("8", "Ben Bakker", "b…@example.com", "contacts, invoices"));
    assertThat(Words.buttons(card)).containsExactly("/contact edit 7", "/contact add");
    assertThat(bot.billing().requests()).containsExactly(new ReadRequest.GetContacts(null));
  }

  @Test
  void addressesAndNumbersAreNotShown() {
    assertThat(Words.everything(card("/contact list", People.list(ANNA))))
        .noneMatch(piece -> piece.contains("anna@") || piece.contains("1234567"));
  }

  @Test
  void anAddressIsAskedForAndTheApisLimitIsSaid() {
    Reply card = card("/contact list --email anna@example.com", People.list(ANNA));
    assertThat(bot.billing().requests())
        .containsExactly(new ReadRequest.GetContacts("anna@example.com"));
    assertThat(Words.of(card.notes())).containsExactly("contacts.by-address");
  }

  @Test
  void aListThatMayNotBeSeenIsNotSaidToBeEmpty() {
    Reply card = card("/contact list", People.notPermitted());
    assertThat(Words.of(card.body())).containsExactly("contact.not-permitted");
  }

  @Test
  void anEmptyListOffersToAdd() {
    Reply card = card("/contact list", People.list());
    assertThat(Words.of(card.body())).containsExactly("contacts.none");
    assertThat(Words.buttons(card)).containsExactly("/contact add");
  }

  @Test
  void whatIsNotToldStaysBlank() {
    Reply card = card("/contact list", People.list(People.contact(9, null, null, null, null)));
    assertThat(Words.rows(card)).containsExactly(List.of("9", "", "", "contacts, invoices"));
  }

  private Reply card(String line, ContactList list) {
    bot.billing().gives(ReadRequest.GetContacts.class, list);
    return bot.say(line).reply();
  }
}
