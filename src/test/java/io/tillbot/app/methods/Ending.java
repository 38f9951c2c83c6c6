package io.tillbot.app.methods;

import java.util.Locale;

/** How a method can end. */
enum Ending {
  /** A change as it is shown before it is confirmed; reads have none. */
  PREVIEW,
  SUCCESS,
  REFUSAL,
  /** For a write: it may have been done. For a read: nothing was learnt. */
  UNKNOWN;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
