package io.tillbot.adapter.sandbox.answer;

import java.util.function.Supplier;

/** What a method answers. */
public sealed interface Answer {

  /** It was done; the fields are the whole answer. */
  record Done(Node.Fields fields) implements Answer {}

  /** It was refused. */
  record Refusal(Failure failure) implements Answer {}

  /** The token does not serve. */
  record Denied() implements Answer {}

  /**
   * A document.
   *
   * @param print makes the PDF; called once, after the books are free again
   * @param inline whether it was asked for inline
   */
  record Document(Supplier<byte[]> print, boolean inline) implements Answer {}
}
