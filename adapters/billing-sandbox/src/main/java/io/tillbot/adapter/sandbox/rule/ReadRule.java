package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.book.View;

/** A method that changes nothing. */
@FunctionalInterface
interface ReadRule {

  /** Answers, or throws {@link Refused}. */
  Answer answer(Request request, View books);
}
