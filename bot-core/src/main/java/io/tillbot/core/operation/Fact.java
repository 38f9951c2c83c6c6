package io.tillbot.core.operation;

import io.tillbot.core.reply.Text;
import java.util.Locale;

/** What a preview rests on. Each has a name in the texts, under {@code fact.<name>}. */
public enum Fact {
  /** Whose account it is. */
  CLIENT,
  LOCATION,
  INVOICE,
  /** What was told of several invoices at once. */
  INVOICES,
  /** Which invoices there are so far: a change that makes one must not be sent beside its twin. */
  KNOWN_INVOICES,
  STATUS,
  TOTAL,
  BALANCE,
  CREDIT,
  AMOUNT,
  SERVER,
  ACCOUNT,
  /** The cancellation request that is there, or none. */
  CANCELLATION,
  CONTACT,
  /** Names, addresses, numbers: never shown, not even as a difference. */
  PROFILE;

  /** Its name for the reader. */
  public Text label() {
    return Text.of("fact." + key());
  }

  /** Its name in a text's key: {@code balance}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
