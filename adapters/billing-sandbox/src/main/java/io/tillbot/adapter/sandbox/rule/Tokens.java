package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.book.Token;
import io.tillbot.adapter.sandbox.book.View;
import java.time.Instant;
import java.util.Optional;

/** Whether the token of a request serves. */
final class Tokens {

  private Tokens() {}

  static Optional<Token> usable(View books, Call call, Instant now) {
    return books
        .find(Token.class, call.form().text("token"))
        .filter(token -> token.expires().isAfter(now))
        .filter(token -> token.address().isEmpty() || token.address().equals(call.address()));
  }
}
