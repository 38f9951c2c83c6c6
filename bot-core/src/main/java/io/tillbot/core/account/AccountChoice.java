package io.tillbot.core.account;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Which of the caller's accounts there are, and the cards that let them choose. */
public final class AccountChoice {
  private AccountChoice() {}

  /** What the caller needs before a command can go to an account: a link, or a choice. */
  public static Reply needed(CredentialVault vault, Caller caller) {
    List<AccountName> known = known(vault, caller);
    return known.isEmpty()
        ? Reply.card(Text.of("link.needed"))
            .tone(Tone.WARNING)
            .body(Text.of("link.how"))
            .run(Text.of("button.link"), "/billing link")
            .build()
        : offer(Reply.card(Text.of("link.choose")).tone(Tone.WARNING), known)
            .body(Text.of("link.choose-how"))
            .build();
  }

  /** The names of the caller's accounts, in order. */
  static List<AccountName> known(CredentialVault vault, Caller caller) {
    return vault.links(caller).stream().map(CredentialVault.Link::account).toList();
  }

  /** Those of the accounts that a word can mean: the one of that name, else those at a location. */
  static List<AccountName> meant(AccountName word, List<AccountName> known) {
    return known.contains(word)
        ? List.of(word)
        : known.stream().filter(account -> account.isShortenedTo(word)).toList();
  }

  /** The names and a button for each. */
  static Reply.Builder offer(Reply.Builder card, List<AccountName> accounts) {
    card.field(Text.of("field.linked-accounts"), listed(accounts));
    return buttons(card, accounts);
  }

  static Reply.Builder buttons(Reply.Builder card, List<AccountName> accounts) {
    accounts.forEach(
        account ->
            card.run(
                Text.of("button.use-account", Value.data(account.value())),
                "/billing use " + account));
    return card;
  }

  private static Value listed(List<AccountName> accounts) {
    return Value.data(accounts.stream().map(AccountName::value).collect(Collectors.joining(", ")));
  }
}
