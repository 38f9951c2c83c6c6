package io.tillbot.adapter.sandbox.book;

import org.jspecify.annotations.Nullable;

/** A row of the books. All are immutable; a change replaces them whole. */
public sealed interface Entity
    permits Account,
        ApiKey,
        Cancellation,
        Client,
        Contact,
        Counter,
        Invoice,
        Mail,
        Movement,
        Reset,
        Server,
        Ticket,
        Token {

  /** Identifies the row among those of its kind. */
  Object key();

  /** The client whose row it is; null where it belongs to none. Never changes. */
  default @Nullable ClientKey owner() {
    return null;
  }
}
