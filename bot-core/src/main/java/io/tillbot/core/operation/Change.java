package io.tillbot.core.operation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One write of the billing API, made ready from fresh reads: what the person agrees to, what sends
 * it, and what proves it. It serves once and is never kept; what is kept is its {@link Snapshot}
 * and its {@link #memory}, from which {@code Handler.ChangesAccount.recall} makes one that can be
 * looked for.
 *
 * @param <A> what the API answers
 */
public interface Change<A> {

  /** What is done, in one line: "Pay 50.00 EUR of invoice 123 from your credit". */
  Text subject();

  /** The card that asks, without its buttons. */
  Reply.Builder preview();

  /** What the person agrees to. When a later look gives another, nothing is sent. */
  Snapshot snapshot();

  /** What it concerns; never empty. */
  Set<Target> targets();

  /** How much money it moves. */
  Commitment commitment();

  /**
   * What {@link #find} needs besides the snapshot, as texts: kept sealed until the change has come
   * to its end, so that whoever takes over can look for it. Made with {@link Memory}.
   */
  default Map<String, String> memory() {
    return Map.of();
  }

  /** Sends the one request. Called at most once. */
  ApiResult<A> send(BillingWrites writes);

  /**
   * Reads what has become of it.
   *
   * @param told the API's own answer, when it clearly said that it was done; empty after a time-out
   *     and after a broken or contradictory answer
   * @param trail whether a fall of the credit can be taken for this change's doing
   */
  Finding find(Optional<A> told, BillingReads reads, CreditTrail trail);

  /** Puts on the card where a person sees whether it was done. */
  void whereToLook(Reply.Builder card);
}
