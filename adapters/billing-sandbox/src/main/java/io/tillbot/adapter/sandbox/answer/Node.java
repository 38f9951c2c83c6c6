package io.tillbot.adapter.sandbox.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an answer, by its meaning; how it is written is decided when it is. */
public sealed interface Node {

  /** An object; the order of its entries is kept. Build it with {@link #add}. */
  record Fields(List<Entry> entries) implements Node {

    /** An object without entries. */
    public Fields() {
      this(new ArrayList<>());
    }

    /** Adds an entry. */
    public Fields add(String key, Node value) {
      entries.add(new Entry(key, value));
      return this;
    }

    /** Adds a word, written as it is. */
    public Fields word(String key, String value) {
      return add(key, new Word(value));
    }

    /** Adds free text. */
    public Fields text(String key, String value) {
      return add(key, new Text(value));
    }

    /** Adds a whole number. */
    public Fields number(String key, long value) {
      return add(key, new Whole(value));
    }

    /** Adds an amount of money. */
    public Fields money(String key, BigDecimal value) {
      return add(key, new Amount(value));
    }

    /** Adds a date. */
    public Fields day(String key, @Nullable LocalDate value) {
      return add(key, new Day(value));
    }
  }

  /** A named value of an object. */
  record Entry(String key, Node value) {}

  /** A list. */
  record Items(List<? extends Node> elements) implements Node {}

  /** A word of the protocol: never changed in any shape. */
  record Word(String value) implements Node {}

  /** A number of the protocol, such as an error's code: never changed in any shape. */
  record Code(int value) implements Node {}

  /** Text that people wrote. */
  record Text(String value) implements Node {}

  /** A whole number, such as an id. */
  record Whole(long value) implements Node {}

  /** An amount of money or a rate. */
  record Amount(BigDecimal value) implements Node {}

  /** A currency's code; its key may be renamed. */
  record Currency(String code) implements Node {}

  /** Whether an invoice's status, success or the like stands under {@code result}. */
  record Result(String documented) implements Node {}

  /** A boolean. */
  record Flag(boolean value, FlagForm documented) implements Node {}

  /** How the document shows a boolean. */
  enum FlagForm {
    BOOLEAN,
    NUMBER,
    LETTER
  }

  /** A date; null is none. */
  record Day(@Nullable LocalDate value) implements Node {}

  /** A date with a time, UTC; null is none. */
  record Moment(@Nullable LocalDateTime value, MomentForm documented) implements Node {}

  /** How the document shows a date with a time. */
  enum MomentForm {
    SPACED,
    ISO
  }
}
