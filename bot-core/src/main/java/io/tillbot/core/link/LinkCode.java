package io.tillbot.core.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What a page shows and its owner types into the chat: eight characters that cannot be taken for
 * one another, 37 random bits, of which five guesses find nothing. It prints as {@code ***}.
 */
public final class LinkCode {
  /** In characters. */
  static final int LENGTH = 8;

  private static final String ALPHABET = "34679ABCDEFGHJKMNPQRTVWXY";

  /** Letters of a Russian keyboard that look like ours, and those. */
  private static final String CYRILLIC =
      "\u0410\u0412\u0421\u0415\u041d\u041a\u041c\u0420\u0422\u0425\u0423";

  private static final String LATIN = "ABCEHKMPTXY";
  private static final int GROUP = 4;

  private final String code;

  private LinkCode(String code) {
    this.code = code;
  }

  /** A new one. */
  static LinkCode random(RandomGenerator random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int n = 0; n < LENGTH; n++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new LinkCode(code.toString());
  }

  /** The code that was kept as that text. */
  static LinkCode kept(String text) {
    return new LinkCode(text);
  }

  /** As it is kept. */
  String kept() {
    return code;
  }

  /** As a person reads it: {@code ABCD-3467}. */
  public String shown() {
    return code.substring(0, GROUP) + "-" + code.substring(GROUP);
  }

  /**
   * Whether somebody has typed this code, however its letters are written and parted. How long the
   * answer takes tells nothing about the code.
   */
  boolean isTypedAs(String typed) {
    return MessageDigest.isEqual(bytes(code), bytes(letters(typed)));
  }

  private static String letters(String typed) {
    StringBuilder letters = new StringBuilder();
    typed
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(LinkCode::latin)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static int latin(int letter) {
    int place = CYRILLIC.indexOf(letter);
    return place < 0 ? letter : LATIN.charAt(place);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "***";
  }
}
