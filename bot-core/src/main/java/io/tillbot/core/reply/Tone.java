package io.tillbot.core.reply;

/** How a card or a row feels; renderers make colours and marks of it, never meaning of it alone. */
public enum Tone {
  NEUTRAL,
  GOOD,
  WARNING,
  BAD
}
