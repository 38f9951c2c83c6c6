package io.tillbot.adapter.texts;

import java.util.List;
import java.util.Map;

/** A part of a parsed message. */
sealed interface Piece {

  /** Words of the bundle. */
  record Literal(String text) implements Piece {}

  /** {@code {0}}: the argument as it is written in the reader's language. */
  record Argument(int index) implements Piece {}

  /** {@code #} inside a plural: its count. */
  record CountSign(int index) implements Piece {}

  /**
   * {@code {0, plural, …}}.
   *
   * @param forms by selector: {@code =0}, or a plural category of CLDR; {@code other} is among them
   */
  record Plural(int index, Map<String, List<Piece>> forms) implements Piece {
    static final String OTHER = "other";

    public Plural {
      forms = Map.copyOf(forms);
      if (!forms.containsKey(OTHER)) {
        throw new IllegalArgumentException("a plural needs the form \"other\"");
      }
    }

    /** The form of that selector, or {@code other}. */
    List<Piece> form(String selector) {
      return forms.getOrDefault(selector, forms.getOrDefault(OTHER, List.of()));
    }
  }
}
