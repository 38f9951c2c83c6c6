package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.book.Change;

/** A method that changes the books. */
@FunctionalInterface
interface WriteRule {

  /** Answers and puts its changes, or throws {@link Refused}, whereupon nothing is changed. */
  Answer answer(Request request, Change change);
}
