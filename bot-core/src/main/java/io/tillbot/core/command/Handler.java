package io.tillbot.core.command;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.reply.Outcome;

/**
 * What a command does. It runs in direct style on a thread that may block, and never throws for
 * anything that the caller, the API or the network does.
 */
public sealed interface Handler {

  /** Reads the caller's account; runs only for a caller with a credential. */
  non-sealed interface ReadsAccount extends Handler {
    Outcome handle(Call call, BillingReads billing);
  }

  /** Needs no account. */
  non-sealed interface NeedsNoAccount extends Handler {
    Outcome handle(Call call);
  }
}
