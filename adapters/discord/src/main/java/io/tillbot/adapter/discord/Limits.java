package io.tillbot.adapter.discord;

/**
 * What a message may hold: {@code discord.com/developers/docs/resources/message} (embed limits),
 * {@code …/components/reference}, {@code …/interactions} and {@code …/reference} (files). Discord
 * counts characters; we count UTF-16 units, of which there are never fewer.
 */
final class Limits {
  static final int TITLE = 256;
  static final int DESCRIPTION = 4_096;
  static final int FIELDS = 25;
  static final int FIELD_NAME = 256;
  static final int FIELD_VALUE = 1_024;
  static final int EMBED_TOTAL = 6_000;
  static final int ROWS = 5;
  static final int BUTTONS_IN_A_ROW = 5;
  static final int BUTTON_LABEL = 80;
  static final int BUTTON_URL = 512;
  static final int CUSTOM_ID = 100;
  static final int COMMAND_DESCRIPTION = 100;
  static final int MENU_PLACEHOLDER = 150;
  static final int MENU_LABEL = 100;
  static final int MODAL_TITLE = 45;
  static final int MODAL_LABEL = 45;
  static final int INPUT_PLACEHOLDER = 100;
  static final int CHOICES = 25;
  static final int CHOICE = 100;

  /** Ours: more than any code or name needs. */
  static final int SHORT_INPUT = 200;

  /** In bytes, for a bot in a server without boosts. */
  static final int FILE = 10 * 1024 * 1024;

  private Limits() {}
}
