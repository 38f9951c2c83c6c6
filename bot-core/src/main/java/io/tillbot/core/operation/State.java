package io.tillbot.core.operation;

import io.tillbot.core.reply.Text;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How far an operation has come. The names are kept in the store; in the texts each has a sentence
 * under {@code state.<name>} and a longer one under {@code state.<name>.what}.
 */
public enum State {
  /** Shown to its owner, who has not answered yet. */
  PROPOSED,
  /** Its owner agreed; it is checked again and then sent. */
  CONFIRMED,
  /** Its owner agreed, and somebody else has to. */
  AWAITING_APPROVAL,
  /** Everybody agreed; it is sent when its time comes, and can be withdrawn until then. */
  HELD,
  /** The request may be on its way. Only who holds the lease may end this. */
  SENDING,
  /** Done, as reads or the API's own clear word prove. */
  SUCCEEDED,
  /** The API said no: nothing changed. */
  REFUSED,
  /** The API certainly did not carry it out. */
  NOT_SENT,
  /** It was sent, and nobody knows what became of it. Locks what it concerns. */
  UNKNOWN,
  /** Was unknown; a read or a person found that it was done. */
  SETTLED_DONE,
  /** Was unknown; a read or a person found that it was not done. */
  SETTLED_NOT_DONE,
  /** Nobody answered in time; nothing was sent. */
  EXPIRED,
  /** Its owner took it back; nothing was sent. */
  WITHDRAWN,
  /** A second person or the policy said no; nothing was sent. */
  REJECTED,
  /** It was no longer what its owner had agreed to; nothing was sent. */
  STALE;

  /** What may come next; nothing after an end. */
  public Set<State> next() {
    return switch (this) {
      case PROPOSED -> EnumSet.of(CONFIRMED, EXPIRED, WITHDRAWN, REJECTED);
      case CONFIRMED ->
          EnumSet.of(AWAITING_APPROVAL, HELD, SENDING, EXPIRED, WITHDRAWN, REJECTED, STALE);
      case AWAITING_APPROVAL -> EnumSet.of(HELD, EXPIRED, WITHDRAWN, REJECTED, STALE);
      case HELD -> EnumSet.of(SENDING, EXPIRED, WITHDRAWN, REJECTED, STALE);
      case SENDING -> EnumSet.of(SUCCEEDED, REFUSED, NOT_SENT, UNKNOWN);
      case UNKNOWN -> EnumSet.of(SETTLED_DONE, SETTLED_NOT_DONE);
      case SUCCEEDED,
          REFUSED,
          NOT_SENT,
          SETTLED_DONE,
          SETTLED_NOT_DONE,
          EXPIRED,
          WITHDRAWN,
          REJECTED,
          STALE ->
          EnumSet.noneOf(State.class);
    };
  }

  /** Whether nothing comes after it. */
  public boolean isEnd() {
    return next().isEmpty();
  }

  /** Whether its amount counts against a day's limit: it was spent, may have been, or will be. */
  public boolean isReserved() {
    return switch (this) {
      case CONFIRMED, AWAITING_APPROVAL, HELD, SENDING, SUCCEEDED, UNKNOWN, SETTLED_DONE -> true;
      case PROPOSED, REFUSED, NOT_SENT, SETTLED_NOT_DONE, EXPIRED, WITHDRAWN, REJECTED, STALE ->
          false;
    };
  }

  /** Whether it was never sent, and will not be unless something happens yet. */
  public boolean isBeforeSending() {
    return switch (this) {
      case PROPOSED, CONFIRMED, AWAITING_APPROVAL, HELD -> true;
      case SENDING,
          SUCCEEDED,
          REFUSED,
          NOT_SENT,
          UNKNOWN,
          SETTLED_DONE,
          SETTLED_NOT_DONE,
          EXPIRED,
          WITHDRAWN,
          REJECTED,
          STALE ->
          false;
    };
  }

  /** Its name as it is typed: {@code awaiting-approval}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its name for the reader. */
  public Text label() {
    return Text.of("state." + word());
  }
}
