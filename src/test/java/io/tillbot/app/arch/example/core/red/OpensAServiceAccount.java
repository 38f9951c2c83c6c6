package io.tillbot.app.arch.example.core.red;

import io.tillbot.app.arch.example.core.access.ServiceAccounts;

/** A command that takes a workspace's account. */
public final class OpensAServiceAccount {
  private OpensAServiceAccount() {}

  static String open(ServiceAccounts accounts) {
    return accounts.open("slack/T1");
  }
}
