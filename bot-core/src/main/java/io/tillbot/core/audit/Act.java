package io.tillbot.core.audit;

import io.tillbot.core.reply.Text;
import java.util.Locale;

/** How something came to be done. The words are kept in the store. */
public enum Act {
  /** A command was given. */
  COMMAND,
  /** A form of a command was filled in. */
  FORM,
  /** A button ran a command. */
  STEP,
  /** A button showed others what a command had shown. */
  SHARE,
  /** A change that was shown was confirmed. */
  CONFIRM,
  /** A change that was shown was stopped. */
  STOP,
  /** A message that a process had left unanswered was answered. */
  AGAIN,
  /** The bot did by itself what was due. */
  DUE,
  /** Somebody at the machine used the program itself. */
  OPERATOR,
  /** A platform said so: a workspace let the bot in, or threw it out. */
  PLATFORM;

  /** Its name as it is kept. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for the reader. */
  public Text label() {
    return Text.of("act." + word());
  }
}
