package io.tillbot.core.command;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.reply.Outcome;
import java.util.Map;

/**
 * What a command does. Its kind says what it may touch. It runs in direct style on a thread that
 * may block, and never throws for anything that the caller, the API or the network does.
 */
public sealed interface Handler {

  /** Reads the caller's account; runs only for a caller with a credential. */
  non-sealed interface ReadsAccount extends Handler {
    Outcome handle(Call call, BillingReads billing);
  }

  /**
   * Changes the caller's account. It is called twice for each change: for the preview, and again
   * when that was confirmed, to see that nothing has changed in between. Only what it makes ready
   * is ever sent, by {@link io.tillbot.core.operation.Executor}.
   */
  non-sealed interface ChangesAccount extends Handler {
    Preparation prepare(Call call, BillingReads billing);

    /**
     * The change as its owner agreed to it, made again from what was written down: to be looked for
     * with {@link Change#find}, never to be sent. Needs no read, and never proves more than the
     * change that was agreed to: what cannot be read proves nothing. Made with {@link
     * io.tillbot.core.operation.Recalled}.
     *
     * @param call with the options as they were given
     */
    Change<?> recall(Call call, Recollection recollection);
  }

  /** Needs no account. */
  non-sealed interface NeedsNoAccount extends Handler {
    Outcome handle(Call call);
  }

  /** Asks for a secret, which is never an option of a command; needs no account. */
  non-sealed interface AsksForSecret extends Handler {
    /** Opens the form, or says where else the secret is given. */
    Outcome handle(Call call);

    /** Goes on with the form's answers. */
    Outcome submit(Call call, Map<String, String> answers);
  }
}
