package io.tillbot.core.execution;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;

/** What units of work exclude each other on. */
final class Excluded {
  private Excluded() {}

  /** One sends for a client at a time. */
  static String client(AccountName account) {
    return "client/" + account.client();
  }

  /** A day's limit is looked at and reserved by one at a time. */
  static String caller(Caller caller) {
    return "caller/" + caller.key();
  }
}
